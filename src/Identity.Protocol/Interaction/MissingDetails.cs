using Identity.Domain.Accounts;
using Identity.Domain.Consent;

namespace Identity.Protocol.Interaction;

/// <summary>Names and birth date are asked for only when an application cannot do without them and the account lacks them.</summary>
public static class MissingDetails
{
    /// <returns>Some of <c>name</c> and <c>birthdate</c>.</returns>
    public static IReadOnlyList<string> Of(ConsentRequest asked, AccountClaims? account) =>
        account is null
            ? []
            : [.. asked.Items.Where(ask => ask.Required).Select(ask => Missing(ask.Item, account)).OfType<string>().Distinct()];

    private static string? Missing(SharedItem item, AccountClaims account) => item.Name switch
    {
        "name" when string.IsNullOrEmpty(account.Name) => "name",
        // Nobody's age is known before the date of their birth is.
        "birthdate" when account.BirthDate is null => "birthdate",
        var name when account.BirthDate is null && SharedItem.Ages.Any(age => SharedItem.AgeOver(age) == name) => "birthdate",
        _ => null,
    };
}
