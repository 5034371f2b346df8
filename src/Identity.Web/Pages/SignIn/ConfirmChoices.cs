using System.Diagnostics;
using Identity.Domain.Phones;
using Identity.Web.Locales;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.SignIn;

/// <summary>One way to confirm who one is, as it is read and chosen.</summary>
internal sealed record ConfirmChoice(string Value, Message Words);

/// <summary>The ways somebody can choose from, and where each leads. A telephone gets its code once it is chosen.</summary>
internal sealed class ConfirmChoices(PhoneStep phones, Text text)
{
    public async Task<IReadOnlyList<ConfirmChoice>> OfAsync(ConfirmStep.Found found, CancellationToken cancellationToken)
    {
        var choices = new List<ConfirmChoice>();
        foreach (var way in found.Ways)
        {
            if (way is Way.Phone)
                choices.AddRange(await phones.ChoicesAsync(found.Account, cancellationToken));
            else
                choices.Add(new(way.ToString(), text[Words(way)]));
        }

        return choices;
    }

    /// <returns>The next page, or what is wrong with the choice.</returns>
    public async Task<(string? Url, string? Problem)> ChooseAsync(IUrlHelper url, string journey, ConfirmStep.Found found, string? chosen)
    {
        if (Enum.TryParse<Way>(chosen, out var way) && way is not Way.Phone && found.Ways.Contains(way))
            return (url.Confirm(way, journey), null);
        if (!found.Ways.Contains(Way.Phone) || await phones.SendAsync(url.ActionContext.HttpContext, journey, found.Account, chosen) is not { } outcome)
            return (null, text[SignInProblems.WayMissing].ToString());
        return outcome is PhoneSendOutcome.Sent ? (url.PhoneCode(journey), null) : (null, phones.Trouble(outcome));
    }

    private static string Words(Way way) => way switch
    {
        Way.Passkey => "confirm.way.Passkey",
        Way.App => "confirm.way.App",
        Way.BackupCode => "confirm.way.BackupCode",
        Way.Password => "confirm.way.Password",
        _ => throw new UnreachableException(),
    };
}
