using Identity.Domain.Partners.Organisations;

namespace Identity.BrowserTests.Walk;

/// <summary>Every page of the portal, as whoever may open it meets it.</summary>
internal static class PortalRegistry
{
    public static readonly IReadOnlyList<PageState> All = [.. Doors, .. People];

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

    private static PageState State(string page, string name, Func<Walker, Task> reach) => new(page, name, reach) { IsPortal = true };

    /// <summary>The page as it comes back when nothing was filled in.</summary>
    private static PageState Problem(string page, IReadOnlyList<string> fields, Func<Walker, Task> reach) => new(page, "with nothing filled in", async walker =>
    {
        await reach(walker);
        await walker.SubmitAsync();
    })
    { Problems = fields, IsPortal = true };
}
