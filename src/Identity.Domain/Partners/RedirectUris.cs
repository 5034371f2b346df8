namespace Identity.Domain.Partners;

/// <summary>What a redirect URI may be (RFC 6749 §3.1.2, RFC 8252 §7, RFC 9700 §2.1).</summary>
internal static class RedirectUris
{
    /// <returns>What is wrong and how to mend it, or null.</returns>
    public static string? Fault(string uri, string applicationType)
    {
        if (RegisteredUri.Fault(uri, out var parsed) is { } fault)
            return $"redirect URI: {fault}";
        return RegisteredUri.IsSecure(parsed!) || (applicationType == "native" && parsed!.Scheme.Contains('.', StringComparison.Ordinal)) // There is no fault, so it was read.
            ? null
            : $"redirect URI '{uri}': use https, except on loopback; a native application may use a scheme of its own with a dot in it.";
    }
}
