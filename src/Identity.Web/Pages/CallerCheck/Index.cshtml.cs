using Identity.Domain.Support.Verification;
using Identity.Web.Locales;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.CallerCheck;

/// <summary>
/// Somebody on the telephone with support types, on their own screen, the number they were told and the code they were sent. The
/// agent sees neither of what is typed here.
/// </summary>
internal sealed class IndexModel(CallerChecks checks, CallerLetters letters, Text text) : JourneyPage
{
    [BindProperty]
    public string? NumberCode { get; set; }

    [BindProperty]
    public string? SentCode { get; set; }

    [TempData(Key = "caller-passed")]
    public bool Passed { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await checks.AnswerAsync(NumberCode, SentCode, HttpContext.RequestAborted) && !await letters.AnswerAsync(NumberCode, SentCode, HttpContext.RequestAborted))
            return Problem(nameof(SentCode), text["caller.wrong"].ToString());

        Passed = true;
        return Next("~/caller");
    }
}
