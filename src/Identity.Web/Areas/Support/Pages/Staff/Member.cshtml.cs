using Identity.Domain.Support;
using Identity.Domain.Support.Roles;
using Identity.Domain.Support.Staff;
using Identity.Web.Areas.Support.Access;
using Identity.Web.Locales;
using Identity.Web.Pages.Errors;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Options;

namespace Identity.Web.Areas.Support.Pages.Staff;

/// <summary>One member of staff: a role for them, a new invitation when their passkeys are lost, and the end of their service.</summary>
[Needs(Permission.ManageStaff, Fresh = true)]
internal sealed class MemberModel(
    StaffDirectory directory, StaffInvitations invitations, RoleAssignments assignments, IOptions<SupportOptions> options, Text text) : SupportPage
{
    /// <summary>Holds the code of an invitation for the one page that shows it.</summary>
    public const string Code = "support-code";

    [BindProperty]
    public string? Role { get; set; }

    public StaffMember Member { get; private set; } = null!; // Set before a handler runs.

    public string? NewCode { get; private set; }

    public string JoinAddress => new Uri(options.Value.ToOrigin() ?? new Uri("http://localhost"), SupportLinks.Join).ToString();

    public bool MayGiveRoles => Member.HasJoined && Own.May(Permission.ManageRoles);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (Guid.TryParse(RouteData.Values["staff"] as string, out var id) && await directory.FindAsync(id, Aborted) is { } member)
        {
            Member = member;
            await next();
        }
        else
        {
            context.Result = new ErrorResult(ErrorView.NotFound);
        }
    }

    public void OnGet() => NewCode = TempData[Code] as string;

    public async Task<IActionResult> OnPostRoleAsync()
    {
        if (!Own.May(Permission.ManageRoles) || !RoleTable.Names.Contains(Role))
            return Problem(nameof(Role), text["support.invite.noRole"].ToString());
        return await assignments.ProposeAsync(Own.Staff, Member.Id, Role!, Aborted) // Just found among the roles.
            ? Next(SupportLinks.Member(Member.Id), "support.member.proposed")
            : Problem(nameof(Role), text["support.member.waits"].ToString());
    }

    public async Task<IActionResult> OnPostRenewAsync()
    {
        if (await invitations.RenewAsync(Own.Staff, Member, Aborted) is InviteOutcome.Invited(_, var code, _))
            TempData[Code] = code.Grouped;
        return Next(SupportLinks.Member(Member.Id));
    }

    public async Task<IActionResult> OnPostEndAsync() =>
        await directory.EndAsync(Own.Staff, Member.Id, Aborted)
            ? Next(SupportLinks.Staff, "support.member.ended")
            : Next(SupportLinks.Member(Member.Id));
}
