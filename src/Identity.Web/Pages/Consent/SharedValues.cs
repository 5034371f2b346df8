using System.Globalization;
using Identity.Domain.Accounts;
using Identity.Domain.Consent;
using Identity.Web.Locales;

namespace Identity.Web.Pages.Consent;

/// <summary>What a citizen would share, as the values themselves.</summary>
internal static class SharedValues
{
    /// <returns>The fact, or null when the account holds no value: then nothing would be sent.</returns>
    public static SharedClaim? Of(ConsentAsk ask, AccountClaims account, Text text) => Value(ask.Item.Name, account, text) is { } value
        ? new SharedClaim(ask.Item.Name, Name(ask.Item.Name, text), value, ask.Purpose.Length == 0 ? null : Message.Verbatim(ask.Purpose))
        : null;

    /// <summary>What people call an item.</summary>
    public static Message Name(string item, Text text) => item switch
    {
        "name" => text["claims.name"],
        "birthdate" => text["claims.birthDate"],
        "email" => text["claims.email"],
        "phone_number" => text["claims.phone"],
        "address" => text["claims.address"],
        "locale" => text["claims.locale"],
        "nhs_number" => text["claims.nhsNumber"],
        SharedItem.Evidence => text["claims.evidence"],
        _ when AgeOf(item) is { } age => text["claims.ageOver", ("age", age)],
        _ => Message.Verbatim(item),
    };

    private static string? Value(string item, AccountClaims account, Text text) => item switch
    {
        "name" => account.Name,
        // A month without its day is not said: see BirthDate.Claim.
        "birthdate" => account.BirthDate is { } date ? text.Born(BirthDate.FromStored(date.Claim) ?? date) : null,
        "email" => account.Email,
        "phone_number" => account.PhoneNumber,
        "address" => account.Address?.Formatted,
        "locale" => text.Say(text.Spoken(account.Locale), "locale.name").ToString(),
        "nhs_number" => account.Vouched.GetValueOrDefault(item) is { Length: 10 } number ? $"{number[..3]} {number[3..6]} {number[6..]}" : account.Vouched.GetValueOrDefault(item),
        SharedItem.Evidence => text["claims.evidenceOf"].ToString(),
        _ when AgeOf(item) is not null && account.Vouched.TryGetValue(item, out var reached) => text[reached == bool.TrueString ? "claims.yes" : "claims.no"].ToString(),
        _ => null,
    };

    private static string? AgeOf(string item) =>
        SharedItem.Ages.Where(age => SharedItem.AgeOver(age) == item).Select(age => age.ToString(CultureInfo.InvariantCulture)).FirstOrDefault();
}
