using Identity.Domain.Partners.Organisations;

namespace Identity.BrowserTests.Walk;

/// <summary>Every page of the portal, as whoever may open it meets it.</summary>
internal static class PortalRegistry
{
    public static readonly IReadOnlyList<PageState> All = [.. Doors, .. People, .. Applications, .. Parts];

    private static IEnumerable<PageState> Doors =>
    [
        State("/Index", "before anything", walker => walker.GoAsync("/developers")),
        State("/Index", "an owner", walker => walker.InOrganisationAsync(PartnerRole.Owner, _ => "/developers")),
        State("/Organisations/New", "signed in", walker => walker.DeveloperAsync("/developers/organisations/new")),
        Problem("/Organisations/New", ["Name"], walker => walker.DeveloperAsync("/developers/organisations/new")),
        State("/Organisations/Index", "an owner", walker => walker.InOrganisationAsync(PartnerRole.Owner, place => place)),
        State("/Organisations/Index", "a viewer", walker => walker.InOrganisationAsync(PartnerRole.Viewer, place => place)),
        State("/Organisations/Rename", "an owner", walker => walker.InOrganisationAsync(PartnerRole.Owner, place => $"{place}/name")),
        State("/Invitation", "asked to join", walker => walker.InvitedAsync()),
    ];

    private static IEnumerable<PageState> People =>
    [
        State("/People/Index", "an owner", walker => walker.InOrganisationAsync(PartnerRole.Owner, place => $"{place}/people")),
        State("/People/Index", "a viewer", walker => walker.InOrganisationAsync(PartnerRole.Viewer, place => $"{place}/people")),
        State("/People/Invite", "an owner", walker => walker.InOrganisationAsync(PartnerRole.Owner, place => $"{place}/people/invite")),
        Problem("/People/Invite", ["Email", "Role"], walker => walker.InOrganisationAsync(PartnerRole.Owner, place => $"{place}/people/invite")),
        State("/People/Person", "an owner", walker => walker.LooksAtColleagueAsync()),
        State("/People/Leave", "a viewer", walker => walker.InOrganisationAsync(PartnerRole.Viewer, place => $"{place}/people/leave")),
    ];

    private static IEnumerable<PageState> Applications =>
    [
        State("/Applications/New", "a developer", walker => walker.InOrganisationAsync(PartnerRole.Developer, place => $"{place}/applications/new")),
        Problem("/Applications/New", ["Kind"], walker => walker.InOrganisationAsync(PartnerRole.Developer, place => $"{place}/applications/new")),
        State("/Organisations/Index", "with an application", walker => walker.OfApplicationAsync(PartnerRole.Owner, _ => "/developers", back: true)),
        State("/Applications/Index", "an owner", walker => walker.OfApplicationAsync(PartnerRole.Owner, home => home)),
        State("/Applications/Index", "a viewer", walker => walker.OfApplicationAsync(PartnerRole.Viewer, home => home)),
        State("/Applications/Live", "a developer", walker => walker.OfApplicationAsync(PartnerRole.Developer, home => $"{home}/live")),
        Problem("/Applications/Live", ["OpenTo"], walker => walker.OfApplicationAsync(PartnerRole.Owner, home => $"{home}/live")),
        State("/Applications/History", "a developer", walker => walker.OfApplicationAsync(PartnerRole.Developer, home => $"{home}/history")),
        State("/Applications/Requests", "a developer", walker => walker.OfApplicationAsync(PartnerRole.Developer, home => $"{home}/requests")),
        State("/Applications/Secret", "without one", walker => walker.OfApplicationAsync(PartnerRole.Developer, home => $"{home}/secret")),
        State("/Applications/Remove", "a developer", walker => walker.OfApplicationAsync(PartnerRole.Developer, home => $"{home}/remove")),
        Problem("/Applications/Remove", ["Again"], walker => walker.OfApplicationAsync(PartnerRole.Developer, home => $"{home}/remove")),
    ];

    private static IEnumerable<PageState> Parts =>
    [
        State("/Applications/Describe", "a developer", walker => walker.OfApplicationAsync(PartnerRole.Developer, home => $"{home}/description")),
        State("/Applications/Addresses", "a developer", walker => walker.OfApplicationAsync(PartnerRole.Developer, home => $"{home}/addresses")),
        State("/Applications/Asks", "a viewer", walker => walker.OfApplicationAsync(PartnerRole.Viewer, home => $"{home}/asks")),
        State("/Applications/Ask", "a developer", walker => walker.OfApplicationAsync(PartnerRole.Developer, home => $"{home}/asks/email")),
        State("/Applications/Trust", "a developer", walker => walker.OfApplicationAsync(PartnerRole.Developer, home => $"{home}/trust")),
        State("/Applications/SignOuts", "a developer", walker => walker.OfApplicationAsync(PartnerRole.Developer, home => $"{home}/sign-out")),
        State("/Applications/Keys", "a developer", walker => walker.OfApplicationAsync(PartnerRole.Developer, home => $"{home}/keys")),
        State("/Applications/Metadata", "a developer", walker => walker.OfApplicationAsync(PartnerRole.Developer, home => $"{home}/metadata")),
        State("/Applications/Check", "a developer", async walker =>
        {
            await walker.OfApplicationAsync(PartnerRole.Developer, home => $"{home}/description");
            await walker.FillAndSubmitAsync("Purpose", "To book, move and cancel a visit.");
        }),
    ];

    private static PageState State(string page, string name, Func<Walker, Task> reach) => new(page, name, reach) { IsPortal = true };

    /// <summary>The page as it comes back when nothing was filled in.</summary>
    private static PageState Problem(string page, IReadOnlyList<string> fields, Func<Walker, Task> reach) => new(page, "with nothing filled in", async walker =>
    {
        await reach(walker);
        await walker.SubmitAsync();
    })
    { Problems = fields, IsPortal = true };
}
