using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Identity.Protocol.Grants;

/// <summary>What an authorization code carries: enough to refuse it without a query, and the row that makes it single-use.</summary>
internal sealed record CodePayload(
    Guid Grant, string Client, string? RedirectUri, string? Challenge, string? Nonce, string Subject, IReadOnlyList<string> Scopes, IReadOnlyList<string> Resources, long Expires);

/// <summary>What a refresh token carries: a grant and the generation it counts for.</summary>
internal sealed record RefreshPayload(
    Guid Grant, int Generation, string Client, string Subject, IReadOnlyList<string> Scopes, IReadOnlyList<string> Resources, long Expires);

/// <summary>
/// Codes and refresh tokens, sealed by the Data Protection ring that all nodes share: unreadable to the client, and
/// refused by the first byte that was changed.
/// </summary>
internal sealed class SealedTokens(IDataProtectionProvider protection)
{
    private const int MaxLength = 8192;
    private readonly IDataProtector _codes = protection.CreateProtector("Identity.Codes");
    private readonly IDataProtector _refreshTokens = protection.CreateProtector("Identity.RefreshTokens");

    public string Seal(CodePayload payload) => Seal(_codes, payload);

    public string Seal(RefreshPayload payload) => Seal(_refreshTokens, payload);

    /// <returns>The payload, or null when the text is no code of ours.</returns>
    public CodePayload? OpenCode(string token) => Open<CodePayload>(_codes, token);

    /// <returns>The payload, or null when the text is no refresh token of ours.</returns>
    public RefreshPayload? OpenRefreshToken(string token) => Open<RefreshPayload>(_refreshTokens, token);

    private static string Seal<T>(IDataProtector protector, T payload) =>
        Base64Url.EncodeToString(protector.Protect(JsonSerializer.SerializeToUtf8Bytes(payload)));

    private static T? Open<T>(IDataProtector protector, string token) where T : class
    {
        if (token.Length > MaxLength || !Base64Url.IsValid(token))
            return null;

        try
        {
            return JsonSerializer.Deserialize<T>(protector.Unprotect(Base64Url.DecodeFromChars(token)));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
