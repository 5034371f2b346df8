using Identity.Domain.Support.Staff;
using Identity.Web.Areas.Support.Access;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Areas.Support.Pages;

/// <summary>The way in: a passkey of staff, and nothing else.</summary>
[Needs(StaffStage.Nobody)]
internal sealed class SignInModel(StaffPasskeys passkeys, StaffSessions sessions, StaffBrowser browser) : SupportPage
{
    [BindProperty]
    public string? Credential { get; set; }

    /// <summary>Why the last try did not work, by the key of its words.</summary>
    [TempData(Key = "support-trouble")]
    public string? Trouble { get; set; }

    /// <summary>The question, for script. It names nobody.</summary>
    public async Task<IActionResult> OnPostOptionsAsync() => Json((await passkeys.BeginUseAsync(known: null, Browser, Aborted)).OptionsJson);

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await passkeys.UseAsync(Browser, Credential, Aborted);
        if (outcome is not StaffKeyOutcome.Accepted(var staff))
        {
            Trouble = KeyWords.Of(outcome);
            return Next(SupportLinks.SignIn);
        }

        await browser.SignInAsync(HttpContext, await sessions.StartAsync(staff, Aborted));
        return Next(SupportLinks.Desk);
    }
}
