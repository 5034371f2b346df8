using Identity.Domain.Accounts;
using Identity.Domain.Consent;
using Identity.Domain.Partners;
using Identity.Domain.Sessions;
using Identity.Domain.Verification.Claims;
using Identity.Protocol.Interaction;

namespace Identity.Web.Pages.Consent;

/// <summary>Who is asked by whom, and what their answer does.</summary>
internal sealed class ConsentStep(Interactions interactions, BrowserSession browser, ProvenClaims claims, ConsentStore consents)
{
    internal sealed record Found(AuthorizationInteraction Interaction, Client Client, Session Session, AccountClaims Account);

    /// <returns>The interaction alone when nobody is signed in any more; nothing when the journey is over.</returns>
    public async Task<(AuthorizationInteraction? Interaction, Found? Found)> FindAsync(HttpContext context, string key)
    {
        if (await interactions.FindAsync(context, key) is not { Client: { } client } interaction)
            return (null, null);
        if (await browser.FindAsync(context) is not { } session || await claims.OfAsync(session.AccountId, [.. interaction.Consent.Items.Select(ask => ask.Item)], context.RequestAborted) is not { } account)
            return (interaction, null);
        return (interaction, new Found(interaction, client, session, account));
    }

    /// <summary>Shares what is required and, of what is optional, what was chosen.</summary>
    public async Task AgreeAsync(Found found, IReadOnlyCollection<string> chosen, CancellationToken cancellationToken)
    {
        var asked = found.Interaction.Consent;
        var shared = asked.Items.Where(ask => ask.Required || chosen.Contains(ask.Item.Name)).Select(ask => ask.Item.Name).ToList();
        var refused = asked.Items.Select(ask => ask.Item.Name).Except(shared).ToList();
        await consents.GiveAsync(found.Session.AccountId, found.Client.ClientId, new ConsentDecision(asked.Scopes, shared, refused), cancellationToken);
        await interactions.ConsentedAsync(found.Interaction, cancellationToken);
    }

    /// <summary>Records the choice. Nothing is sent until the person leaves for the application, and then only that.</summary>
    public async Task RefuseAsync(Found found, CancellationToken cancellationToken)
    {
        await consents.RefuseAsync(found.Session.AccountId, found.Client.ClientId, cancellationToken);
        await interactions.RefusedAsync(found.Interaction, cancellationToken);
    }
}
