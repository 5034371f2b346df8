using System.Security.Cryptography;
using System.Text;

namespace Identity.Domain.Credentials.Passkeys;

/// <summary>The browser a ceremony belongs to, by the hash of what its cookie holds.</summary>
internal static class Browser
{
    public static byte[] Hash(string browser) => SHA256.HashData(Encoding.UTF8.GetBytes(browser));
}
