using Identity.Domain.Accounts;
using Identity.Domain.Credentials.AuthenticatorApps;
using Identity.Domain.Credentials.WaysIn;
using Identity.Domain.Sessions;
using Identity.Web.Pages.Home;
using Identity.Web.Pages.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.Authenticator;

/// <summary>Removes the app of an account, having said how its owner signs in after that.</summary>
internal sealed class RemoveModel(Confirmation confirmation, AccountStore accounts, AuthenticatorApps apps, WaysInStore waysIn) : JourneyPage
{
    private const string ByPassword = "authenticator.remove.password";
    private const string ByPasskey = "authenticator.remove.passkey";

    /// <summary>The app as it is known to its owner.</summary>
    public AuthenticatorApp App { get; private set; } = new(default, null);

    /// <summary>How they sign in next, by the key of its words.</summary>
    public string NextWay { get; private set; } = ByPassword;

    public async Task<IActionResult> OnGetAsync()
    {
        var (session, elsewhere) = await FindAsync();
        if (session is null)
            return elsewhere!; // One of them is there.

        NextWay = (await waysIn.FindAsync(session.AccountId, HttpContext.RequestAborted)).Password ? ByPassword : ByPasskey;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var (session, elsewhere) = await FindAsync();
        if (session is null || await accounts.FindAsync(session.AccountId, HttpContext.RequestAborted) is not { } account)
            return elsewhere ?? Next(Url.Home());

        // Whoever was signed out meanwhile comes back to this page, and signs in on the way.
        if (!await apps.RemoveAsync(session, account, HttpContext.RequestAborted))
            return Next(Url.RemoveApp());
        TempData[RemovedModel.Happened] = true;
        return Next(Url.AppRemoved());
    }

    private async Task<(Session? Session, IActionResult? Elsewhere)> FindAsync()
    {
        var (session, elsewhere) = await confirmation.RequireAsync(Url, Url.RemoveApp());
        if (session is null)
            return (null, elsewhere);
        if (await apps.FindAsync(session.AccountId, HttpContext.RequestAborted) is not { } app)
            return (null, Next(Url.Home()));

        App = app;
        return (session, null);
    }
}
