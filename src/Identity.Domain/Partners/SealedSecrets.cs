using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace Identity.Domain.Partners;

/// <summary>
/// Secrets of clients that sign with them (<c>client_secret_jwt</c>, OpenID Connect Core §9), which have to be known and not only
/// recognised. Sealed by this instance's keys; of every other client the hash alone is kept.
/// </summary>
public sealed class SealedSecrets(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("Identity.ClientSecrets");

    /// <returns>What a registration holds of it.</returns>
    public string Seal(string secret) => Base64Url.EncodeToString(_protector.Protect(Encoding.UTF8.GetBytes(secret)));

    /// <returns>The octets of the secret; null for what this instance has not sealed.</returns>
    public byte[]? Open(string secret)
    {
        try
        {
            return _protector.Unprotect(Base64Url.DecodeFromChars(secret));
        }
        catch (Exception problem) when (problem is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
