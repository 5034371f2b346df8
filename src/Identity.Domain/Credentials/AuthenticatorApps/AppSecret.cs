using System.Security.Cryptography;
using OtpNet;

namespace Identity.Domain.Credentials.AuthenticatorApps;

/// <summary>
/// What an authenticator app and we both know (RFC 6238): 160 random bits, from which both tell a code of six digits for
/// every 30 seconds by HMAC-SHA-1, which is what every app can do. Not supported: other lengths, steps and hashes,
/// because apps that are told of them show wrong codes without a word.
/// </summary>
public sealed class AppSecret
{
    // RFC 4226 §4 R6: 160 bits are recommended.
    private const int Bytes = 20;
    private const int StepSeconds = 30;
    private const int Group = 4;

    // RFC 6238 §5.2: one step either way, for clocks that differ and for people who type slowly.
    private static readonly VerificationWindow Window = new(previous: 1, future: 1);

    private readonly byte[] _key;

    private AppSecret(byte[] key) => _key = key;

    /// <summary>A new one.</summary>
    public static AppSecret Create() => new(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>One that was kept by <see cref="Base32"/>.</summary>
    public static AppSecret FromBase32(string text) => new(Base32Encoding.ToBytes(text));

    internal static AppSecret FromBytes(byte[] key) => new(key);

    /// <summary>For whoever cannot scan: letters and digits to type into an app.</summary>
    public string Base32 => Base32Encoding.ToString(_key);

    /// <summary>The same in groups of four, to be read and typed.</summary>
    public string Grouped => string.Join(' ', Base32.Chunk(Group).Select(group => new string(group)));

    /// <summary>What the picture holds that an app scans: an address of the scheme <c>otpauth</c>.</summary>
    /// <param name="issuer">The name of this service, as the app shows it.</param>
    /// <param name="account">The name of the account there.</param>
    public string Address(string issuer, string account) =>
        new OtpUri(OtpType.Totp, _key, account, issuer, OtpHashMode.Sha1, OneTimeCode.Length, StepSeconds).ToString();

    /// <summary>The code of a moment.</summary>
    public string CodeAt(DateTimeOffset time) => Totp().ComputeTotp(time.UtcDateTime);

    /// <returns>The step whose code this is, of those that are looked at now; null when it is none of theirs.</returns>
    internal long? StepOf(OneTimeCode code, DateTimeOffset now) =>
        Totp().VerifyTotp(now.UtcDateTime, code.Digits, out var step, Window) ? step : null;

    internal byte[] ToBytes() => _key;

    /// <summary>Never the secret: this text may find its way into a log.</summary>
    public override string ToString() => nameof(AppSecret);

    private Totp Totp() => new(_key, StepSeconds, OtpHashMode.Sha1, OneTimeCode.Length);
}
