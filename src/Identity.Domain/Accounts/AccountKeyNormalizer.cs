using Microsoft.AspNetCore.Identity;

namespace Identity.Domain.Accounts;

/// <summary>Lets Identity compare addresses as <see cref="EmailAddress"/> does.</summary>
internal sealed class AccountKeyNormalizer : ILookupNormalizer
{
    public string? NormalizeEmail(string? email) =>
        EmailAddress.Read(email) is EmailReading.Read read ? read.Address.Key : email?.Trim().ToLowerInvariant();

    public string? NormalizeName(string? name) => name?.Trim().ToLowerInvariant();
}
