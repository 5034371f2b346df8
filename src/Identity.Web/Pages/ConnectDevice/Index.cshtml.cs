using System.Diagnostics;
using Identity.Protocol.DeviceAuthorization;
using Identity.Web.Locales;
using Identity.Web.Pages.Errors;
using Microsoft.AspNetCore.Mvc;
using Codes = Identity.Domain.DeviceAuthorization.UserCode;

namespace Identity.Web.Pages.ConnectDevice;

/// <summary>
/// W1: the code that a device shows (RFC 8628 §3.3). A picture that was scanned fills it in and no more (§3.3.1): the person
/// compares it and goes on by themselves.
/// </summary>
internal sealed class IndexModel(DeviceEntry entry, Text text) : JourneyPage
{
    [BindProperty]
    public string? UserCode { get; set; }

    /// <summary>Whether the code came with the address.</summary>
    public bool Scanned { get; private set; }

    public void OnGet([FromQuery(Name = "user_code")] string? scanned)
    {
        if (Codes.Read(scanned) is not { } code)
            return;

        UserCode = Codes.Group(code);
        Scanned = true;
    }

    public async Task<IActionResult> OnPostAsync() =>
        Codes.IsEmpty(UserCode) ? Problem(nameof(UserCode), text["connect.code.missing"].ToString())
        : await entry.EnterAsync(HttpContext, UserCode) switch
        {
            DeviceEntryOutcome.Begun(var url) => Next(url),
            DeviceEntryOutcome.Unknown => Problem(nameof(UserCode), text["connect.code.wrong"].ToString()),
            DeviceEntryOutcome.TooManyTries(var retryAt) => new ErrorResult(ErrorView.TooManyTries(retryAt)),
            _ => throw new UnreachableException(),
        };
}
