namespace Identity.Domain.Partners;

/// <summary>What an address may be that this provider calls: of the client's keys (RFC 7591 §2), or of its logout (OpenID Connect Back-Channel Logout §2.2).</summary>
internal static class PublishedUri
{
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
