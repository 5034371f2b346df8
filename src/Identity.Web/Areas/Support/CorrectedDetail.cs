using System.Globalization;
using Identity.Domain.Accounts;
using Identity.Domain.Support.Actions;
using Identity.Domain.Support.Corrections;
using Identity.Web.Components;
using Identity.Web.Locales;

namespace Identity.Web.Areas.Support;

/// <summary>A detail that can be corrected: by its name in an address, and what is asked for it.</summary>
internal sealed record CorrectedDetail(SupportAction Action, Guid? Phone = null)
{
    private const string Name = "name";
    private const string BirthDate = "birth-date";
    private const string Email = "email";

    /// <summary>A contact needs no document: whoever passed the checks says what it is.</summary>
    public bool NeedsDocument => Action is SupportAction.CorrectName or SupportAction.CorrectBirthDate;

    /// <summary>The detail that an address names, or null.</summary>
    public static CorrectedDetail? Of(string? name, IReadOnlyList<(Guid Id, string Masked)> phones) => name switch
    {
        Name => new(SupportAction.CorrectName),
        BirthDate => new(SupportAction.CorrectBirthDate),
        Email => new(SupportAction.CorrectEmail),
        _ => Guid.TryParse(name, out var id) && phones.Any(phone => phone.Id == id) ? new(SupportAction.RemovePhone, id) : null,
    };

    /// <summary>What each is called, by its name in an address.</summary>
    public static IReadOnlyList<(string Detail, Message Words)> Links(Text text, IReadOnlyList<(Guid Id, string Masked)> phones) =>
    [
        (Name, text["support.action.correctName"]),
        (BirthDate, text["support.action.correctBirthDate"]),
        (Email, text["support.action.correctEmail"]),
        .. phones.Select(phone => (phone.Id.ToString("D"), text["support.correct.phone", ("phone", phone.Masked)])),
    ];

    /// <summary>Reads what was typed of it.</summary>
    /// <returns>The correction; or the field that is wrong, and the key of why.</returns>
    public (Correction? Correction, string Field, string Words) Read(TypedCorrection typed, DateOnly today)
    {
        var document = Enum.TryParse<EvidenceKind>(typed.Evidence, out var kind) && Enum.IsDefined(kind) && kind is not EvidenceKind.CallerCheck;
        if (NeedsDocument && !document)
            return (null, nameof(typed.Evidence), "support.correct.noEvidence");
        var correction = new Correction(NeedsDocument ? kind : EvidenceKind.CallerCheck);
        return Action switch
        {
            SupportAction.CorrectName => PersonName.Read(typed.TheirFirst, typed.TheirLast) is PersonNameReading.Read(var name)
                ? (correction with { Name = name }, "", "")
                : (null, nameof(typed.TheirFirst), "support.correct.noName"),
            SupportAction.CorrectBirthDate => Domain.Accounts.BirthDate.Read(typed.Born.Day, typed.Born.Month, typed.Born.Year, typed.InPart, today, CultureInfo.CurrentUICulture) is BirthDateReading.Read(var born)
                ? (correction with { Born = born }, "", "")
                : (null, nameof(typed.Born), "support.correct.noBorn"),
            SupportAction.CorrectEmail => EmailAddress.Read(typed.NewEmail ?? "") is EmailReading.Read(var email)
                ? (correction with { Email = email }, "", "")
                : (null, nameof(typed.NewEmail), "support.invite.noEmail"),
            _ => (correction, "", ""),
        };
    }
}

/// <summary>What an agent typed of a correction.</summary>
internal sealed record TypedCorrection(string? TheirFirst, string? TheirLast, DateParts Born, bool InPart, string? NewEmail, string? Evidence);
