using Identity.Domain.Support.Staff;
using Identity.Web.Areas.Support.Access;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Areas.Support.Pages;

/// <summary>Somebody who was invited adds their passkeys. Until they have as many as they need, this is all there is for them.</summary>
[Needs(StaffStage.Enrolling)]
internal sealed class KeysModel(StaffPasskeys passkeys, StaffPolicy policy, StaffBrowser browser) : SupportPage
{
    [BindProperty]
    public string? Credential { get; set; }

    /// <summary>Why the last try did not work, by the key of its words.</summary>
    [TempData(Key = "support-trouble")]
    public string? Trouble { get; set; }

    /// <summary>Whether one can be added for now.</summary>
    public bool IsOpen => passkeys.IsOpen;

    /// <summary>How many they still need.</summary>
    public int Left => Math.Max(0, policy.Required - Own.Staff.Passkeys);

    /// <summary>The question, for script.</summary>
    public async Task<IActionResult> OnPostOptionsAsync() => IsOpen ? Json((await passkeys.BeginAddAsync(Own, Browser, Aborted)).OptionsJson) : NotFound();

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = IsOpen ? await passkeys.AddAsync(Own, Browser, Credential, Aborted) : new StaffKeyOutcome.Expired();
        Trouble = outcome is StaffKeyOutcome.Accepted ? null : KeyWords.Of(outcome);
        return Next(SupportLinks.Keys);
    }

    /// <summary>With their passkeys made, they come in by one like everybody.</summary>
    public async Task<IActionResult> OnPostDoneAsync()
    {
        await browser.SignOutAsync(HttpContext);
        return Next(SupportLinks.SignIn);
    }
}
