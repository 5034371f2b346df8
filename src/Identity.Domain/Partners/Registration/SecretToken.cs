using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Identity.Domain.Partners.Registration;

/// <summary>What a partner holds and shows: 256 random bits, of which only the hash is kept.</summary>
public static class SecretToken
{
    public static string Make() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
