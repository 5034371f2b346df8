using System.Buffers.Text;

namespace Identity.Domain.Partners;

/// <summary>What an address may be that this provider calls: of the client's keys (RFC 7591 §2), or of its logout (OpenID Connect Back-Channel Logout §2.2).</summary>
internal static class PublishedUri
{
    // OpenID Connect Core §6.2: SHA-256 in base64url.
    private const int HashLength = 43;

    /// <summary>Of an address whose fragment may be the hash of what is there (OpenID Connect Core §6.2).</summary>
    /// <returns>What is wrong and how to mend it, or null.</returns>
    public static string? HashedFault(string uri)
    {
        var parts = uri.Split('#', 2);
        return Fault(parts[0]) ?? (parts.Length == 2 && (parts[1].Length != HashLength || !Base64Url.IsValid(parts[1]))
            ? $"'{uri}' has a fragment that is no SHA-256 in base64url of what is there. Write that, or leave it out."
            : null);
    }

    /// <returns>What is wrong and how to mend it, or null.</returns>
    public static string? Fault(string uri)
    {
        if (RegisteredUri.Fault(uri, out var parsed) is { } fault)
            return fault;
        if (parsed!.Host.Length == 0 || !uri.Contains("://", StringComparison.Ordinal)) // There is no fault, so it was read.
            return $"'{uri}' is not an absolute URI with a host. Write it as https://app.example/path.";
        return RegisteredUri.IsSecure(parsed) ? null : $"'{uri}': use https, except on loopback.";
    }
}
