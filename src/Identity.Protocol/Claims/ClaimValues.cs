using System.Text.Json;
using Identity.Domain.Accounts;
using Identity.Domain.Consent;
using OpenIddict.Abstractions;

namespace Identity.Protocol.Claims;

/// <summary>Turns what a citizen shares into the claims of OpenID Connect Core §5.1.</summary>
internal static class ClaimValues
{
    /// <param name="account">The citizen's values.</param>
    /// <param name="items">The items they share.</param>
    public static IEnumerable<(string Name, OpenIddictParameter Value)> Of(AccountClaims account, IEnumerable<SharedItem> items) =>
        items.SelectMany(item => item.Claims)
            .Select(claim => (Name: claim, Value: Value(account, claim)))
            .Where(claim => claim.Value is not null)
            .Select(claim => (claim.Name, claim.Value!.Value)); // Filtered above.

    private static OpenIddictParameter? Value(AccountClaims account, string claim) => claim switch
    {
        ClaimNames.Name => account.Name,
        ClaimNames.GivenName => account.GivenName,
        ClaimNames.FamilyName => account.FamilyName,
        ClaimNames.Birthdate => account.BirthDate?.Claim,
        ClaimNames.Locale => account.Locale,
        ClaimNames.Email => account.Email,
        ClaimNames.EmailVerified => account.Email is null ? null : account.EmailVerified,
        ClaimNames.PhoneNumber => account.PhoneNumber,
        ClaimNames.PhoneNumberVerified => account.PhoneNumber is null ? null : account.PhoneNumberVerified,
        ClaimNames.Address => account.Address is { } address ? JsonDocument.Parse(address.ToJson()).RootElement : null,
        _ => Vouched(account.Vouched.GetValueOrDefault(claim)),
    };

    // Whether somebody has reached an age is said as JSON says yes and no.
    private static OpenIddictParameter? Vouched(string? value) => value switch
    {
        null => null,
        _ when bool.TryParse(value, out var answer) => answer,
        _ => value,
    };
}
