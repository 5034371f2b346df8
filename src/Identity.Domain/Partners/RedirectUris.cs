namespace Identity.Domain.Partners;

/// <summary>What a redirect URI may be (RFC 6749 §3.1.2, RFC 8252 §7, RFC 9700 §2.1).</summary>
internal static class RedirectUris
{
    private const int MaxLength = 2048;

    /// <returns>What is wrong and how to mend it, or null.</returns>
    public static string? Fault(string uri, string applicationType)
    {
        if (uri.Length > MaxLength)
            return $"redirect URI '{uri[..60]}…': longer than {MaxLength} characters. Shorten it.";
        if (!Uri.TryCreate(uri, UriKind.Absolute, out var parsed) || !uri.Contains(':', StringComparison.Ordinal))
            return $"redirect URI '{uri}': not an absolute URI. Write it with its scheme, such as https://app.example/callback.";
        if (uri.Contains('#', StringComparison.Ordinal))
            return $"redirect URI '{uri}': has a fragment (RFC 6749 §3.1.2). Leave it out.";
        if (uri.Contains('*', StringComparison.Ordinal))
            return $"redirect URI '{uri}': has a wildcard, which lets others receive the answer (RFC 9700 §2.1). Register each URI.";
        if (parsed.UserInfo.Length > 0)
            return $"redirect URI '{uri}': holds a user name. Leave it out.";
        if (parsed.Scheme == Uri.UriSchemeHttps || (parsed.Scheme == Uri.UriSchemeHttp && parsed.IsLoopback))
            return null;
        return applicationType == "native" && parsed.Scheme.Contains('.', StringComparison.Ordinal)
            ? null
            : $"redirect URI '{uri}': use https, except on loopback; a native application may use a scheme of its own with a dot in it.";
    }
}
