namespace Identity.Domain.Partners;

/// <summary>What the address of a page may be that signs a citizen out in a frame (OpenID Connect Front-Channel Logout §2).</summary>
internal static class FrameUri
{
    /// <returns>What is wrong and how to mend it, or null.</returns>
    public static string? Fault(string uri, IReadOnlyList<string> redirectUris)
    {
        if (PublishedUri.Fault(uri) is { } fault)
            return fault;
        var origin = Origin(uri);
        return redirectUris.Any(redirect => Origin(redirect) == origin)
            ? null
            : $"'{uri}' has not the scheme, host and port of any of the redirect URIs. Write one of the application itself.";
    }

    private static string? Origin(string uri) =>
        Uri.TryCreate(uri, UriKind.Absolute, out var parsed) && parsed.Host.Length > 0 ? parsed.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped) : null;
}
