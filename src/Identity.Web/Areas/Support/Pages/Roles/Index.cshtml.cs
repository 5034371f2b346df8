using Identity.Domain.Support.Roles;
using Identity.Web.Areas.Support.Access;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Areas.Support.Pages.Roles;

/// <summary>Roles that one person has proposed and another has to approve.</summary>
[Needs(Permission.ManageRoles, Fresh = true)]
internal sealed class IndexModel(RoleAssignments assignments) : SupportPage
{
    public IReadOnlyList<ProposedRole> Waiting { get; private set; } = [];

    public async Task OnGetAsync() => Waiting = await assignments.WaitingAsync(Aborted);

    /// <summary>Whether it is for whoever looks to approve it: neither their own proposal nor their own role.</summary>
    public bool IsForOther(ProposedRole proposal) => proposal.ProposedBy != Own.Staff.Subject.Value && proposal.StaffId != Own.Staff.Id;

    public async Task<IActionResult> OnPostApproveAsync([FromForm(Name = "Proposal")] string? proposal) =>
        Guid.TryParse(proposal, out var id) && await assignments.ApproveAsync(Own.Staff, id, Aborted)
            ? Next(SupportLinks.Roles, "support.roles.approved")
            : Next(SupportLinks.Roles, "support.roles.not");

    public async Task<IActionResult> OnPostDeclineAsync([FromForm(Name = "Proposal")] string? proposal) =>
        Guid.TryParse(proposal, out var id) && await assignments.DeclineAsync(Own.Staff, id, Aborted)
            ? Next(SupportLinks.Roles, "support.roles.declined")
            : Next(SupportLinks.Roles, "support.roles.not");
}
