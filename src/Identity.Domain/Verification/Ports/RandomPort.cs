using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Identity.Domain.Credentials;
using Identity.Sdk;

namespace Identity.Domain.Verification.Ports;

internal sealed class RandomPort : IRandomPort
{
    public string Token() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public string Code(int length) => length is >= 6 and <= 32 ? CopiedText.Create(length) : throw new ArgumentOutOfRangeException(nameof(length), length, "A code has 6 to 32 characters.");

    public string? Read(string? typed, int length) => CopiedText.Read(typed, length);

    public bool Matches(string code, string? typed) => CopiedText.Read(typed, code.Length) is { } read
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(read), Encoding.ASCII.GetBytes(code));
}
