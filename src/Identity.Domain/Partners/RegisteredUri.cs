namespace Identity.Domain.Partners;

/// <summary>What every address that a partner registers keeps, whatever it is for.</summary>
internal static class RegisteredUri
{
    public const int MaxLength = 2048;

    /// <param name="uri">What was written.</param>
    /// <param name="parsed">The same, read; null when something is wrong with it.</param>
    /// <returns>What is wrong and how to mend it, or null.</returns>
    public static string? Fault(string uri, out Uri? parsed)
    {
        parsed = null;
        if (uri.Length > MaxLength)
            return $"longer than {MaxLength} characters. Shorten it.";
        // RFC 3986 §2: what looks like another host is written in letters that no URI has.
        if (uri.Any(character => character is <= ' ' or > '~'))
            return "has a space, a control character or a letter outside ASCII. Write the host as in xn--… and the rest with percent signs.";
        // RFC 9700 §2.1: others would receive what is sent.
        if (uri.Contains('*', StringComparison.Ordinal))
            return $"'{uri}' has a wildcard. Write each address.";
        if (!Uri.TryCreate(uri, UriKind.Absolute, out var read) || !uri.Contains(':', StringComparison.Ordinal))
            return $"'{uri}' is not an absolute URI. Write it with its scheme and host, such as https://app.example/path.";
        // RFC 6749 §3.1.2, and OpenID Connect Back-Channel Logout §2.2.
        if (uri.Contains('#', StringComparison.Ordinal))
            return $"'{uri}' has a fragment. Leave it out.";
        if (read.UserInfo.Length > 0 && uri.Contains("://", StringComparison.Ordinal))
            return $"'{uri}' holds a user name. Leave it out.";
        parsed = read;
        return null;
    }

    /// <summary>https, or http to the same machine.</summary>
    public static bool IsSecure(Uri uri) => uri.Host.Length > 0 && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));
}
