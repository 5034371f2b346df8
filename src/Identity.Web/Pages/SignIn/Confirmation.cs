using Identity.Domain.Credentials.WaysIn;
using Identity.Domain.Recovery;
using Identity.Domain.Sessions;
using Identity.Domain.Sessions.Trust;
using Identity.Protocol.Interaction;
using Identity.Sdk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Identity.Web.Pages.SignIn;

/// <summary>Guards what changes how somebody signs in: whoever finds a browser open must not be able to.</summary>
internal sealed class Confirmation(BrowserSession browser, Interactions interactions, WaysInStore waysIn, IOptions<RecoveryOptions> recovery, TimeProvider clock)
{
    /// <summary>How long a confirmation counts.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    /// <param name="url">Writes the addresses.</param>
    /// <param name="then">The page of ours that asks, to come back to; never what a request has named.</param>
    /// <returns>The session, when its owner has confirmed it within the last minutes by the most that the account allows; else where to go for that.</returns>
    public Task<(Session? Session, IActionResult? Elsewhere)> RequireAsync(IUrlHelper url, string then) => RequireAsync(url, then, need => need);

    /// <summary>The same for a page that asks for the password itself: where there is no more than that, nothing is asked before.</summary>
    public Task<(Session? Session, IActionResult? Elsewhere)> RequireBesidePasswordAsync(IUrlHelper url, string then) =>
        RequireAsync(url, then, need => need.Trust is CredentialTrust.Aal1 ? need with { Since = null } : need);

    // NIST SP 800-63B-4 §4.2.3: whoever got back in binds what replaces what they lost, and has nothing else to confirm it with.
    private bool IsBack(Session session) => session.Proofs.Have(ProofMethod.Recovery, clock.GetUtcNow() - recovery.Value.Grace);

    private async Task<(Session? Session, IActionResult? Elsewhere)> RequireAsync(IUrlHelper url, string then, Func<ProofNeed, ProofNeed> change)
    {
        var context = url.ActionContext.HttpContext;
        var session = await browser.FindAsync(context);
        var most = session is null ? CredentialTrust.Aal1 : (await waysIn.FindAsync(session.AccountId, context.RequestAborted)).Most;
        var need = change(new ProofNeed(most, clock.GetUtcNow() - Life, Essential: true));
        if (session is not null && (need.IsMetBy(session.Proofs) || IsBack(session)))
            return (session, null);

        var key = await interactions.BeginOwnAsync(context, then, need);
        return (null, JourneyPage.Next(session is null ? url.SignInEmail(key) : url.Confirm(key)));
    }
}
