using Identity.Domain.Sessions;
using Microsoft.Net.Http.Headers;

namespace Identity.Web.Pages.SignIn;

/// <summary>Tells an owner of a browser that the account was not signed in to on before, and knows it from then on.</summary>
internal sealed class NewDevice(KnownDevice known, NewDevices devices)
{
    /// <summary>The account has just been signed in to.</summary>
    public async Task MeetAsync(HttpContext context, Guid account)
    {
        if (known.Knows(context, account))
            return;
        known.Remember(context, account);
        await devices.TellAsync(account, UserAgent.Describe(context.Request.Headers[HeaderNames.UserAgent]), context.RequestAborted);
    }

    /// <summary>The account was created here: its owner need not be told.</summary>
    public void Know(HttpContext context, Guid account) => known.Remember(context, account);
}
