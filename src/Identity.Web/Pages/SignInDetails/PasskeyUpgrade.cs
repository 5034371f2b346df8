using Identity.Domain.Credentials.Passkeys;
using Identity.Domain.Credentials.WaysIn;
using Identity.Domain.Sessions;
using Identity.Protocol.Interaction;
using Identity.Web.Pages.SignIn;

namespace Identity.Web.Pages.SignInDetails;

/// <summary>
/// Whether a passkey may be made in silence: just after a password was typed, for whoever has none yet. What asks for more than
/// a password to be changed is never changed in silence after one.
/// </summary>
internal sealed class PasskeyUpgrade(BrowserSession browser, PasskeyEnrolment passkeys, WaysInStore waysIn, TimeProvider clock)
{
    /// <returns>The session that it may be made in; null when it is not the moment.</returns>
    public async Task<Session?> FindAsync(HttpContext context)
    {
        var since = clock.GetUtcNow() - Confirmation.Life;
        if (!passkeys.IsAvailable || await browser.FindAsync(context) is not { } session || !session.Proofs.ShowKnowledge(since))
            return null;

        var held = await waysIn.FindAsync(session.AccountId, context.RequestAborted);
        return held.Passkeys == 0 && session.Proofs.Reach(held.Most, since) ? session : null;
    }
}
