using System.Diagnostics;
using Identity.Domain.Accounts;
using Identity.Domain.Credentials;
using Identity.Domain.Notifications;
using Identity.Domain.Sessions.Trust;
using Identity.Web.Locales;
using Identity.Web.Pages.Phones;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.SignIn;

/// <summary>C4: the code that was sent to a telephone, or read out. When no more are sent, the other ways are shown.</summary>
internal sealed class PhoneCodeModel(ConfirmStep step, PhoneStep phones, DeviceTrust trust, Text text) : JourneyPage
{
    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public IReadOnlyList<string> Trust { get; set; } = [];

    /// <summary>Whether another code was just sent.</summary>
    [TempData]
    public bool SentAgain { get; set; }

    public bool MayTrust => Found?.Session is null;

    public int TrustDays => trust.Days;

    public string Ending => Phone?.Phone.Number.Ending ?? "";

    /// <summary>How the code comes, by the key of the words.</summary>
    public string OnItsWay => PhoneProblems.OnItsWay(Phone?.Channel ?? MessageChannel.Text);

    private ConfirmStep.Found? Found { get; set; }

    private PhoneStep.Found? Phone { get; set; }

    public async Task<IActionResult> OnGetAsync() => await ElsewhereAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync([FromServices] SignInStep signIn)
    {
        if (await ElsewhereAsync() is { } elsewhere)
            return elsewhere;
        if (OneTimeCode.Read(Code) is not CodeReading.Read(var code))
            return Problem(nameof(Code), text[PhoneProblems.Of(OneTimeCode.Read(Code))].ToString());

        switch (await phones.CheckAsync(Phone!, Journey, code, HttpContext.RequestAborted)) // Else it were elsewhere.
        {
            case CodeOutcome.Confirmed:
                if (MayTrust && Trust.Contains(DeviceTrust.Yes))
                    await trust.KeepAsync(HttpContext, Found!.Account); // As above.
                return Next(await signIn.ProvedAsync(Url, Found!.Interaction, Found.Account, Phone!.Channel is MessageChannel.Text ? ProofMethod.Text : ProofMethod.Call));
            case CodeOutcome.Wrong:
                return Problem(nameof(Code), text[PhoneProblems.CodeWrong].ToString());
            case CodeOutcome.Expired:
                return await SendAsync(Phone!.Channel) ?? Problem(nameof(Code), text[PhoneProblems.CodeExpired].ToString());
            case CodeOutcome.TooManyAttempts:
                return await SendAsync(Phone!.Channel) ?? Problem(nameof(Code), text[PhoneProblems.CodeUsedUp].ToString());
            case CodeOutcome.AlreadyUsed:
                return Next(Url.ChooseAnotherWay(Journey));
            default:
                throw new UnreachableException();
        }
    }

    public Task<IActionResult> OnPostResendAsync() => AgainAsync(found => found.Channel);

    public Task<IActionResult> OnPostCallAsync() => AgainAsync(_ => MessageChannel.Voice);

    private async Task<IActionResult> AgainAsync(Func<PhoneStep.Found, MessageChannel> channel)
    {
        if (await ElsewhereAsync() is { } elsewhere)
            return elsewhere;
        if (await SendAsync(channel(Phone!)) is { } refused) // As above.
            return refused;
        SentAgain = true;
        return Next(Url.PhoneCode(Journey));
    }

    /// <returns>Null when it is on its way; else the page of the other ways, which says why.</returns>
    private async Task<IActionResult?> SendAsync(MessageChannel channel)
    {
        if (phones.Trouble(await phones.SendAsync(HttpContext, Journey, Phone!.Phone, channel)) is not { } trouble)
            return null;
        TempData[ConfirmModel.PhoneTrouble] = trouble;
        return Next(Url.ChooseAnotherWay(Journey));
    }

    private async Task<IActionResult?> ElsewhereAsync()
    {
        (Found, var elsewhere) = await step.RequireAsync(this, Way.Phone);
        if (Found is null)
            return elsewhere;
        Phone = await phones.FindAsync(HttpContext, Journey, Found.Account);
        return Phone is null ? Next(Url.ChooseAnotherWay(Journey)) : null;
    }
}
