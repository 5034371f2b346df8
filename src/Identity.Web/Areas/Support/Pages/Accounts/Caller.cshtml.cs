using Identity.Domain.Letters;
using Identity.Domain.Support.Actions;
using Identity.Domain.Support.Lookup;
using Identity.Domain.Support.Roles;
using Identity.Domain.Support.Verification;
using Identity.Protocol;
using Identity.Web.Areas.Support.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Identity.Web.Areas.Support.Pages.Accounts;

/// <summary>S3: whether the caller is who they say. The system chooses the checks, and the citizen passes them on their own screen.</summary>
[Needs(Permission.Act)]
internal sealed class CallerModel(AccountFiles files, CallerChecks checks, CallerLetters letters, CallerAlarms alarms, IOptions<ProtocolOptions> protocol) : AccountPage(files)
{
    private const string Read = "support-number";

    [FromQuery(Name = "cannotSignIn")]
    public bool CannotSignIn { get; set; }

    public CallerPlan Plan { get; private set; } = new([]);

    /// <summary>The number to read out, and what for.</summary>
    [TempData(Key = Read)]
    public string? Told { get; set; }

    public string? Number { get; private set; }

    public bool IsOwnScreen { get; private set; }

    /// <summary>Whether a code by post is one of the checks, and is not shown yet.</summary>
    public bool NeedsLetter => Plan.Checks.Any(check => check is { Kind: CheckKind.LetterCode, Done: false });

    /// <summary>Whether only a visit is left, and none has been made.</summary>
    public bool NeedsVisit => Plan.Checks.Any(check => check is { Kind: CheckKind.Branch, Done: false });

    /// <summary>Where the citizen types it.</summary>
    public string CallerPage => new Uri(protocol.Value.Issuer ?? new Uri("http://localhost"), IsOwnScreen ? "account/caller" : "caller").ToString();

    public async Task OnGetAsync()
    {
        Plan = await checks.PlanAsync(Own, Look, CannotSignIn, Aborted) ?? new([]);
        if (Told?.Split(' ') is [var kind, var number])
            (IsOwnScreen, Number) = (kind == nameof(CheckKind.OwnScreen), number);
    }

    public async Task<IActionResult> OnPostBeginAsync([FromForm(Name = "Kind")] string? kind)
    {
        if (Enum.TryParse<CheckKind>(kind, out var chosen) && await checks.BeginAsync(Own, Look, chosen, CannotSignIn, Aborted) is { } number)
            Told = $"{chosen} {number}";
        return Next(SupportLinks.Caller(Look, CannotSignIn));
    }

    public async Task<IActionResult> OnPostLetterAsync() => Next(SupportLinks.Caller(Look, CannotSignIn), await letters.PostAsync(Own, Look, CannotSignIn, Aborted) switch
    {
        LetterSendOutcome.Sent => "support.caller.posted",
        LetterSendOutcome.TooManySent => "support.caller.enoughLetters",
        _ => "support.caller.noLetter",
    });

    public IActionResult OnPostAct() => Next(SupportLinks.Act(Look, CannotSignIn));

    public async Task<IActionResult> OnPostFailAsync()
    {
        await alarms.FailAsync(Own, Look, Aborted);
        return Next(SupportLinks.Find);
    }

    public async Task<IActionResult> OnPostForceAsync()
    {
        await alarms.ForceAsync(Own, Look, Aborted);
        return Next(SupportLinks.Caller(Look, CannotSignIn), "support.caller.passed");
    }
}
