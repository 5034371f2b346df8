using Identity.Domain.Accounts;
using Identity.Domain.Partners;
using Identity.Domain.Partners.Applications;
using Identity.Domain.Partners.Organisations;
using Identity.Domain.Sessions.Trust;

namespace Identity.BrowserTests.Walk;

/// <summary>How a developer comes to a page of the portal: what it takes is done beside the browser.</summary>
internal static class PortalSteps
{
    /// <summary>Has signed in with a passkey, and belongs to nothing.</summary>
    public static async Task DeveloperAsync(this Walker walker, string path)
    {
        await walker.SignInAsync((await walker.Provider.CreateAccountAsync(walker.Email)).Id, ProofMethod.PasskeySynced);
        await walker.GoAsync(path);
    }

    /// <summary>Belongs to an organisation with an owner, in a role.</summary>
    /// <param name="path">The page, of the organisation's own.</param>
    public static async Task InOrganisationAsync(this Walker walker, PartnerRole role, Func<string, string> path)
    {
        var owner = await walker.OwnerAsync();
        var account = role is PartnerRole.Owner ? owner.AccountId : (await walker.HireAsync(owner, role)).AccountId;
        await walker.SignInAsync(account, ProofMethod.PasskeySynced);
        await walker.GoAsync(path($"/developers/organisations/{owner.Organisation.Id:D}"));
    }

    /// <summary>Belongs to an organisation with an application.</summary>
    /// <param name="path">The page, of the application's own.</param>
    /// <param name="back">Whether it is the page of the organisation.</param>
    public static async Task OfApplicationAsync(this Walker walker, PartnerRole role, Func<string, string> path, bool back = false)
    {
        var owner = await walker.OwnerAsync();
        var made = (ChangeOutcome.Changed)await walker.Provider.Get<PartnerApplications>().CreateAsync(owner, ApplicationKinds.Begin(ApplicationKind.Web) with
        {
            ClientName = $"Bookings {walker.Email.Split('@')[0]}",
            RedirectUris = ["https://bookings.riverside.example/callback"],
            Scope = "openid profile",
            Consent = new ConsentTerms { Purpose = "To book a visit.", Claims = new Dictionary<string, ConsentTerm> { ["name"] = new(false, "To greet you.") } },
        }, CancellationToken.None);
        await walker.SignInAsync(role is PartnerRole.Owner ? owner.AccountId : (await walker.HireAsync(owner, role)).AccountId, ProofMethod.PasskeySynced);
        var place = $"/developers/organisations/{owner.Organisation.Id:D}";
        await walker.GoAsync(back ? place : path($"{place}/applications/{made.Application.Client.ClientId}"));
    }

    /// <summary>Owns an organisation, and looks at somebody of it.</summary>
    public static async Task LooksAtColleagueAsync(this Walker walker)
    {
        var owner = await walker.OwnerAsync();
        var colleague = await walker.HireAsync(owner, PartnerRole.Developer);
        await walker.SignInAsync(owner.AccountId, ProofMethod.PasskeySynced);
        await walker.GoAsync($"/developers/organisations/{owner.Organisation.Id:D}/people/{colleague.AccountId:D}");
    }

    /// <summary>Follows the link of an invitation.</summary>
    public static async Task InvitedAsync(this Walker walker)
    {
        var key = await walker.OfferAsync(await walker.OwnerAsync(), PartnerRole.Developer);
        await walker.SignInAsync((await walker.Provider.CreateAccountAsync($"new-{walker.Email}")).Id, ProofMethod.PasskeySynced);
        await walker.GoAsync($"/developers/invitations/{key}");
    }

    public static async Task<Membership> OwnerAsync(this Walker walker)
    {
        var account = (await walker.Provider.CreateAccountAsync(walker.Email)).Id;
        var made = await walker.Provider.Get<OrganisationStore>().CreateAsync(account, "Riverside Council", CancellationToken.None);
        return await walker.PlaceAsync(made!.Id, account); // Nobody has made so many.
    }

    private static async Task<Membership> HireAsync(this Walker walker, Membership owner, PartnerRole role)
    {
        var key = await walker.OfferAsync(owner, role);
        var account = (await walker.Provider.CreateAccountAsync($"{role}-{walker.Email}")).Id;
        await walker.Provider.Get<Invitations>().AcceptAsync(key, account, CancellationToken.None);
        return await walker.PlaceAsync(owner.Organisation.Id, account);
    }

    private static async Task<string> OfferAsync(this Walker walker, Membership owner, PartnerRole role)
    {
        var key = "";
        await walker.Provider.Get<Invitations>().InviteAsync(
            owner, EmailAddress.Parse($"new-{walker.Email}"), role, made => new Uri($"https://identity.test/{key = made}"), "en", CancellationToken.None);
        return key;
    }

    private static async Task<Membership> PlaceAsync(this Walker walker, Guid organisation, Guid account) =>
        await walker.Provider.Get<OrganisationStore>().FindAsync(organisation, account, CancellationToken.None) ?? throw new InvalidOperationException("They do not belong to it.");
}
