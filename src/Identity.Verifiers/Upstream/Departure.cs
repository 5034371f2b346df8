using System.Text.Json;

namespace Identity.Verifiers.Upstream;

/// <summary>What a browser was sent away with, kept until it comes back: the answer has to fit it.</summary>
/// <param name="Nonce">What the ID token has to hold (OpenID Connect Core §3.1.2.1).</param>
/// <param name="CodeVerifier">What goes with the code (RFC 7636 §4.1).</param>
/// <param name="At">When it was.</param>
internal sealed record Departure(string Nonce, string CodeVerifier, DateTimeOffset At)
{
    public static Departure? Read(string json) => json.Length == 0 ? null : JsonSerializer.Deserialize<Departure>(json);

    public string Write() => JsonSerializer.Serialize(this);

    /// <summary>Nothing of it: this text may find its way into a log.</summary>
    public override string ToString() => nameof(Departure);
}
