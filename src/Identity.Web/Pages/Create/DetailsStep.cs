using Identity.Domain.Accounts;
using Identity.Protocol.Interaction;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.Create;

/// <summary>The details an application cannot do without: which are missing, and how one is added to the others.</summary>
internal sealed class DetailsStep(Interactions interactions, BrowserSession browser, AccountStore accounts)
{
    /// <param name="Interaction">The application's request.</param>
    /// <param name="Account">Whose details.</param>
    /// <param name="Claims">What is known.</param>
    /// <param name="Missing">What is asked and not known.</param>
    internal sealed record Found(AuthorizationInteraction Interaction, Guid Account, AccountClaims Claims, IReadOnlyList<string> Missing)
    {
        /// <summary>The page of the next missing detail, else where the journey goes on.</summary>
        public string Next(IUrlHelper url, string done) =>
            Missing.Contains("name") && done != "name" ? url.CreateName(Interaction.Key)
            : Missing.Contains("birthdate") && done != "birthdate" ? url.CreateBirthDate(Interaction.Key)
            : Interaction.ContinueUrl;
    }

    /// <returns>Null when nobody is signed in or the journey is over.</returns>
    public async Task<Found?> FindAsync(HttpContext context, string key)
    {
        if (await interactions.FindAsync(context, key) is not { } interaction
            || await browser.FindAsync(context) is not { } session
            || await accounts.ClaimsAsync(session.AccountId, context.RequestAborted) is not { } claims)
            return null;

        return new Found(interaction, session.AccountId, claims, MissingDetails.Of(interaction.Consent, claims));
    }

    /// <returns>Whether the journey goes on, and only nobody is signed in any more.</returns>
    public async Task<bool> IsSignedOutAsync(HttpContext context, string key) =>
        await browser.FindAsync(context) is null && await interactions.FindAsync(context, key) is not null;

    public Task SaveNameAsync(Found found, PersonName name, CancellationToken cancellationToken) =>
        accounts.UpdateDetailsAsync(found.Account, name, found.Claims.BirthDate, cancellationToken);

    public Task SaveBirthDateAsync(Found found, BirthDate birthDate, CancellationToken cancellationToken) =>
        accounts.UpdateDetailsAsync(found.Account, PersonName.FromStored(found.Claims.GivenName, found.Claims.FamilyName), birthDate, cancellationToken);
}
