using System.Diagnostics;
using Identity.Domain.Accounts;
using Identity.Domain.Credentials;
using Identity.Domain.Notifications;
using Identity.Domain.Phones;
using Identity.Domain.Sessions.Trust;
using Identity.Protocol.Interaction;
using Identity.Web.Locales;
using Identity.Web.Pages.SignIn;
using Identity.Web.Pages.SignInDetails;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.Phones;

/// <summary>The code that shows that the telephone is theirs.</summary>
internal sealed class CodeModel(AddPhoneJourney journey, PhoneStep step, BrowserSession browser, Text text) : JourneyPage
{
    [BindProperty]
    public string? Code { get; set; }

    /// <summary>Whether another code was just sent.</summary>
    [TempData]
    public bool SentAgain { get; set; }

    public string Ending => Found?.Journey.State.Phone().Ending ?? "";

    /// <summary>How the code comes, by the key of the words.</summary>
    public string OnItsWay => PhoneProblems.OnItsWay(Found?.Journey.State.Channel ?? MessageChannel.Text);

    private AddPhoneJourney.Found? Found { get; set; }

    public async Task<IActionResult> OnGetAsync() => await ElsewhereAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await ElsewhereAsync() is { } elsewhere)
            return elsewhere;
        if (OneTimeCode.Read(Code) is not CodeReading.Read(var code))
            return Problem(nameof(Code), text[PhoneProblems.Of(OneTimeCode.Read(Code))].ToString());

        return await journey.CheckAsync(Found!, code, HttpContext.RequestAborted) switch // Else it were elsewhere.
        {
            CodeOutcome.Confirmed => await AddAsync(Found!),
            CodeOutcome.Wrong => Problem(nameof(Code), text[PhoneProblems.CodeWrong].ToString()),
            CodeOutcome.Expired => await SendAsync(Found!.Journey.State.Channel) ?? Problem(nameof(Code), text[PhoneProblems.CodeExpired].ToString()),
            CodeOutcome.TooManyAttempts => await SendAsync(Found!.Journey.State.Channel) ?? Problem(nameof(Code), text[PhoneProblems.CodeUsedUp].ToString()),
            CodeOutcome.AlreadyUsed => Done(Url.SignInDetails()),
            _ => throw new UnreachableException(),
        };
    }

    public Task<IActionResult> OnPostResendAsync() => AgainAsync(found => found.Journey.State.Channel);

    public Task<IActionResult> OnPostCallAsync() => AgainAsync(_ => MessageChannel.Voice);

    private async Task<IActionResult> AgainAsync(Func<AddPhoneJourney.Found, MessageChannel> channel)
    {
        if (await ElsewhereAsync() is { } elsewhere)
            return elsewhere;
        if (await SendAsync(channel(Found!)) is { } refused) // As above.
            return refused;
        SentAgain = true;
        return Next(Url.ConfirmPhone(Journey));
    }

    private async Task<IActionResult> AddAsync(AddPhoneJourney.Found found)
    {
        var outcome = await journey.FinishAsync(found, HttpContext.RequestAborted);
        if (outcome is PhoneAddOutcome.Added or PhoneAddOutcome.Already)
            // They have just shown it: nobody is asked for a second code at once.
            await browser.ConfirmAsync(HttpContext, found.Session, found.Journey.State.Channel is MessageChannel.Text ? ProofMethod.Text : ProofMethod.Call);
        TempData[PasskeyNews.Key] = outcome is PhoneAddOutcome.TooMany ? "phones.limit" : "phones.added";
        return Next(Url.SignInDetails());
    }

    private async Task<IActionResult?> SendAsync(MessageChannel channel) =>
        step.Trouble(await journey.SendAsync(HttpContext, Found!.Journey, channel)) is { } trouble ? Problem(nameof(Code), trouble) : null;

    private async Task<IActionResult?> ElsewhereAsync()
    {
        (Found, var elsewhere) = await journey.RequireAsync(Url, Journey);
        return elsewhere;
    }
}
