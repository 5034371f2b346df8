using Identity.Domain.Support.Staff;
using Identity.Web.Areas.Support.Access;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Areas.Support.Pages;

/// <summary>Their passkey once more, so that what they decide next is theirs and not of whoever sits at their desk.</summary>
[Needs(StaffStage.Enrolled, StaffStage.In)]
internal sealed class ConfirmModel(StaffPasskeys passkeys, StaffSessions sessions) : SupportPage
{
    [BindProperty]
    public string? Credential { get; set; }

    [FromQuery(Name = "then")]
    public string? Then { get; set; }

    /// <summary>Why the last try did not work, by the key of its words.</summary>
    [TempData(Key = "support-trouble")]
    public string? Trouble { get; set; }

    public string Here => SupportLinks.Confirm(SupportLinks.Own(Then));

    /// <summary>The question, for script, to the one who is signed in.</summary>
    public async Task<IActionResult> OnPostOptionsAsync() => Json((await passkeys.BeginUseAsync(Own.Staff, Browser, Aborted)).OptionsJson);

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await passkeys.UseAsync(Browser, Credential, Aborted);
        if (outcome is StaffKeyOutcome.Accepted(var staff) && staff == Own.Staff.Id && await sessions.ConfirmAsync(Own, Aborted))
            return Next(SupportLinks.Own(Then));

        // Somebody else's passkey confirms nothing, however good it is.
        Trouble = outcome is StaffKeyOutcome.Accepted ? "support.keys.unknown" : KeyWords.Of(outcome);
        return Next(Here);
    }
}
