using Identity.Domain.Sessions;
using Identity.Protocol.Interaction;

namespace Identity.Web.Pages.SignIn;

/// <summary>Trusts this browser to leave out the second step of signing in, when its owner has ticked that.</summary>
internal sealed class DeviceTrust(TrustedDevices devices)
{
    /// <summary>What the tick posts.</summary>
    public const string Yes = "yes";

    public int Days => (int)devices.Life.TotalDays;

    public async Task KeepAsync(HttpContext context, Guid account)
    {
        var key = await devices.TrustAsync(
            account, BrowserCookies.Read(context, BrowserCookies.Trusted), UserAgent.Describe(context.Request.Headers.UserAgent), context.RequestAborted);
        BrowserCookies.Keep(context, BrowserCookies.Trusted, key, devices.Life);
    }
}
