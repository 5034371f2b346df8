using Identity.Domain.Audit;
using Identity.Domain.Support.Roles;
using Identity.Domain.Support.Staff;
using Identity.Testing;

namespace Identity.BrowserTests.Walk;

/// <summary>Every page of the support console, as whoever may open it meets it.</summary>
internal static class ConsoleRegistry
{
    public static readonly IReadOnlyList<PageState> All = [.. Doors, .. Operators, .. Agents, .. Supervisors, .. Desks];

    private static IEnumerable<PageState> Doors =>
    [
        State("/SignIn", "before anything", walker => walker.SupportAsync("/support/sign-in")),
        State("/Join", "with a code on paper", walker => walker.SupportAsync("/support/join")),
        Problem("/Join", ["InvitationCode"], walker => walker.SupportAsync("/support/join")),
        State("/Keys", "just joined", JoinedAsync),
        State("/Witness", "at work", walker => walker.AsAsync("agent", "/support/witness")),
        State("/Confirm", "before something grave", walker => walker.AsAsync("agent", "/support/confirm?then=/support/find")),
        State("/SignOut", "at work", walker => walker.AsAsync("agent", "/support/sign-out")),
    ];

    private static IEnumerable<PageState> Operators =>
    [
        State("/Index", "an operator", walker => walker.AsAsync(RoleTable.Operator, "/support")),
        State("/Staff/Index", "an operator", walker => walker.AsAsync(RoleTable.Operator, "/support/staff")),
        State("/Staff/Member", "an operator", async walker =>
            await walker.AsAsync(RoleTable.Operator, $"/support/staff/{(await walker.EmployedAsync("agent")).Id:D}")),
        State("/Staff/Invite", "an operator", walker => walker.AsAsync(RoleTable.Operator, "/support/staff/invite")),
        Problem("/Staff/Invite", ["Name", "Email", "Role"], walker => walker.AsAsync(RoleTable.Operator, "/support/staff/invite")),
        State("/Roles/Index", "an operator", walker => walker.AsAsync(RoleTable.Operator, "/support/roles")),
    ];

    private static IEnumerable<PageState> Agents =>
    [
        State("/Index", "an agent", walker => walker.AsAsync("agent", "/support")),
        State("/Find", "an agent", walker => walker.AsAsync("agent", "/support/find")),
        Problem("/Find", ["By", "Whole", "Reason", "Words"], walker => walker.AsAsync("agent", "/support/find")),
        State("/Requests", "an agent", walker => walker.AsAsync("agent", "/support/requests")),
        State("/Accounts/Index", "an agent", walker => walker.LookedAsync("")),
        State("/Accounts/Index", "a supervisor", walker => walker.LookedAsync("", "supervisor")),
        State("/Accounts/Caller", "an agent", walker => walker.LookedAsync("/caller")),
        State("/Accounts/Visit", "an agent", walker => walker.LookedAsync("/visit?cannotSignIn=true")),
        State("/Accounts/Screen", "an agent", walker => walker.LookedAsync("/screen")),
        Problem("/Accounts/Screen", ["Number", "Lost"], walker => walker.LookedAsync("/screen")),
        State("/Accounts/Act", "an agent", walker => walker.LookedAsync("/act")),
        Problem("/Accounts/Act", ["Chosen", "Words"], walker => walker.LookedAsync("/act")),
        State("/Accounts/Correct", "an agent", walker => walker.LookedAsync("/correct/name")),
        Problem("/Accounts/Correct", ["Evidence"], walker => walker.LookedAsync("/correct/name")),
        State("/Accounts/Reveal", "a senior", walker => walker.LookedAsync("/reveal", "senior")),
        Problem("/Accounts/Reveal", ["Field", "Words"], walker => walker.LookedAsync("/reveal", "senior")),
        State("/Cases/Index", "whoever has it", walker => walker.CaseAsync("")),
        State("/Cases/Work", "whoever has it", walker => walker.CaseAsync("/work")),
        Problem("/Cases/Work", ["Chosen", "Words"], walker => walker.CaseAsync("/work")),
        State("/BreakGlass", "a senior", walker => walker.AsAsync("senior", "/support/break-glass")),
        Problem("/BreakGlass", ["Words"], walker => walker.AsAsync("senior", "/support/break-glass")),
    ];

    private static IEnumerable<PageState> Supervisors =>
    [
        State("/Unusual", "a supervisor", walker => walker.AsAsync("supervisor", "/support/unusual")),
        State("/Reviews", "a supervisor", walker => walker.AsAsync("supervisor", "/support/reviews")),
        State("/Audit", "an auditor", walker => walker.AsAsync("auditor", "/support/audit")),
        Problem("/Audit", ["Sign"], walker => walker.AsAsync("auditor", "/support/audit")),
        State("/Exports", "an auditor", walker => walker.AsAsync("auditor", "/support/exports")),
        Problem("/Exports", ["Sign", "Words"], walker => walker.AsAsync("auditor", "/support/exports")),
    ];

    private static IEnumerable<PageState> Desks =>
    [
        State("/Desk/Index", "at a desk", walker => walker.AsAsync("desk", "/support/desk")),
        Problem("/Desk/Index", ["Code"], walker => walker.AsAsync("desk", "/support/desk")),
        State("/Desk/Person", "with somebody", walker => walker.OpenedAsync("")),
        State("/Desk/Document", "with somebody", walker => walker.OpenedAsync("/document")),
        Problem("/Desk/Document", ["Document", "Country", "DocumentNumber", "Likeness", "Genuine", "InDate", "SameDetails"], walker => walker.OpenedAsync("/document")),
        State("/Desk/Vouch", "with somebody", walker => walker.OpenedAsync("/vouch")),
        Problem("/Desk/Vouch", ["Words", "Years", "Family", "SameDetails"], walker => walker.OpenedAsync("/vouch")),
        State("/Desk/Decline", "with somebody", walker => walker.OpenedAsync("/decline")),
        Problem("/Desk/Decline", ["Doubt"], walker => walker.OpenedAsync("/decline")),
    ];

    private static PageState State(string page, string name, Func<Walker, Task> reach) => new(page, name, reach) { IsConsole = true };

    /// <summary>The page as it comes back when nothing was filled in.</summary>
    private static PageState Problem(string page, IReadOnlyList<string> fields, Func<Walker, Task> reach) => new(page, "with nothing filled in", async walker =>
    {
        await reach(walker);
        await walker.SubmitAsync();
    })
    { IsConsole = true, Problems = fields };

    private static async Task JoinedAsync(Walker walker)
    {
        var (first, _) = await walker.Provider.Staff.FoundAsync();
        var invited = (InviteOutcome.Invited)await walker.Provider.Get<StaffInvitations>().InviteAsync(
            TestStaff.Invitee($"new-{walker.Email}", "Nia", "agent"), AuditSubject.Staff(first.Id), CancellationToken.None);
        var key = await walker.Provider.Get<StaffSessions>().RedeemAsync(invited.Code, CancellationToken.None) ?? throw new InvalidOperationException("The code does not work.");
        await walker.WorkAsync(key, "/support/keys");
    }
}
