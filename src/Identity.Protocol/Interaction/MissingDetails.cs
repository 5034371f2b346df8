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
            : [.. asked.Items.Where(ask => ask.Required && IsMissing(ask.Item.Name, account)).Select(ask => ask.Item.Name)];

    private static bool IsMissing(string item, AccountClaims account) => item switch
    {
        "name" => string.IsNullOrEmpty(account.Name),
        "birthdate" => account.BirthDate is null,
        _ => false,
    };
}
