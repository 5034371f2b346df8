using Identity.Domain.Credentials.WaysIn;
using Identity.Domain.Sessions;
using Identity.Domain.Sessions.Trust;
using Identity.Protocol.Interaction;
using Identity.Sdk;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.SignIn;

/// <summary>
/// What follows when somebody has proved who they are, whichever page asked: they are signed in, another step is asked for, or
/// their session is worth more from now on.
/// </summary>
internal sealed class SignInStep(Interactions interactions, BrowserSession browser, ConfirmStep confirm, WaysInStore waysIn, TrustedDevices devices, NewDevice newDevice, TimeProvider clock)
{
    /// <param name="url">Writes the address of the next page.</param>
    /// <param name="interaction">Where they are on the way to.</param>
    /// <param name="account">Whose account the proof opens.</param>
    /// <param name="method">How it was proved, just now.</param>
    /// <returns>The page at which they go on.</returns>
    public async Task<string> ProvedAsync(IUrlHelper url, AuthorizationInteraction interaction, Guid account, ProofMethod method)
    {
        var context = url.ActionContext.HttpContext;
        var pending = confirm.Pending(interaction);
        if (pending is null && interaction.State.Need is not null && await browser.FindAsync(context) is { } session && session.AccountId == account)
            return await browser.ConfirmAsync(context, session, method) is { } confirmed
                ? await NextAsync(url, await interactions.ConfirmedAsync(interaction, confirmed, context.RequestAborted) ?? interaction)
                : url.SignInEmail(interaction.Key);

        var proof = new Proof(method, clock.GetUtcNow());
        // Half a sign-in of somebody else is nothing.
        var proofs = pending is not null && pending.AccountId == account ? pending.Proofs.With(proof) : Proofs.Of(proof);
        if (!proofs.Reach(CredentialTrust.Aal2) && await NeedsSecondStepAsync(context, account))
            return await NextAsync(url, await interactions.ProvedHalfAsync(interaction, account, proofs, context.RequestAborted) ?? interaction);

        var started = await browser.SignInAsync(context, account, proofs);
        await newDevice.MeetAsync(context, account);
        return await NextAsync(url, await interactions.SignedInAsync(interaction, started, context.RequestAborted) ?? interaction);
    }

    // A device that its owner trusts leaves the step out; it is no proof, and adds nothing to those there are.
    private async Task<bool> NeedsSecondStepAsync(HttpContext context, Guid account) =>
        (await waysIn.FindAsync(account, context.RequestAborted)).SecondStep
            && !await devices.AreTrustedAsync(account, BrowserCookies.Read(context, BrowserCookies.Trusted), context.RequestAborted);

    // An application's requirements are judged where its request is answered; a page of our own has nobody else to do it.
    private async Task<string> NextAsync(IUrlHelper url, AuthorizationInteraction interaction) =>
        await confirm.FindAsync(url.ActionContext.HttpContext, interaction) is { } found ? ConfirmStep.Page(url, found) : interaction.ContinueUrl;
}
