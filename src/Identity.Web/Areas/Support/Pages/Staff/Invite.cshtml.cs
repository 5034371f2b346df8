using System.Diagnostics;
using Identity.Domain.Accounts;
using Identity.Domain.Support.Roles;
using Identity.Domain.Support.Staff;
using Identity.Web.Areas.Support.Access;
using Identity.Web.Locales;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Areas.Support.Pages.Staff;

/// <summary>Asks somebody to work here. The code is told to them in person; another than who invites witnesses that it was they.</summary>
[Needs(Permission.ManageStaff, Fresh = true)]
internal sealed class InviteModel(StaffInvitations invitations, Text text) : SupportPage
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? OwnEmail { get; set; }

    [BindProperty]
    public string? Role { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Read() is not { } invitee)
            return Page();

        switch (await invitations.InviteAsync(invitee, Own.Staff.Subject, Aborted))
        {
            case InviteOutcome.Invited(var staff, var code, _):
                TempData[MemberModel.Code] = code.Grouped;
                return Next(SupportLinks.Member(staff));
            case InviteOutcome.AlreadyHere:
                return Problem(nameof(Email), text["support.invite.here"].ToString());
            default:
                throw new UnreachableException();
        }
    }

    private Invitee? Read()
    {
        var name = Name?.Trim() ?? "";
        if (name.Length is 0 or > Invitee.LongestName)
            ModelState.AddModelError(nameof(Name), text["support.invite.noName"].ToString());
        var own = string.IsNullOrWhiteSpace(OwnEmail) ? null : Address(nameof(OwnEmail), OwnEmail);
        var email = Address(nameof(Email), Email);
        if (!RoleTable.Names.Contains(Role))
            ModelState.AddModelError(nameof(Role), text["support.invite.noRole"].ToString());
        return ModelState.IsValid && email is not null && Role is not null ? new Invitee(email, name, Role) { Own = own } : null;
    }

    private EmailAddress? Address(string field, string? typed)
    {
        if (EmailAddress.Read(typed) is EmailReading.Read(var address))
            return address;
        ModelState.AddModelError(field, text["support.invite.noEmail"].ToString());
        return null;
    }
}
