using Identity.Domain.Verification.Runs;
using Identity.Protocol.Interaction;
using Identity.Web.Locales;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.Prove;

/// <summary>
/// The other device: takes a proof over by its code. Nobody is signed in here. A link fills the code in and no more, so that whoever
/// was sent one is asked first whether they began it (RFC 8628 §5.4).
/// </summary>
internal sealed class HereModel(Verifications verifications, Text text) : JourneyPage
{
    private const int LongestTyped = 40;

    [BindProperty]
    public string? TheirCode { get; set; }

    public void OnGet([FromQuery] string? code) => TheirCode ??= code?.Length <= LongestTyped ? code : null;

    public async Task<IActionResult> OnPostAsync() => await verifications.TakeOverAsync(TheirCode, BrowserSession.Bind(HttpContext), HttpContext.RequestAborted) is { } run
        ? Next(Url.HereStep(run))
        : Problem(nameof(TheirCode), text["prove.here.wrong"].ToString());
}
