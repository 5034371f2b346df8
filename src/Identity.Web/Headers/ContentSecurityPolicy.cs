namespace Identity.Web.Headers;

/// <summary>
/// What a page may load and where its forms may end: only what this site serves, no inline script or
/// style, no frame and no other origin but those a page has named.
/// </summary>
internal sealed class ContentSecurityPolicy
{
    private const string Fixed =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
        "base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; form-action 'self'";

    private readonly SortedSet<string> _formActions = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _frames = new(StringComparer.Ordinal);

    /// <summary>
    /// Browsers hold <c>form-action</c> against the redirects that follow a form, too, so the page that
    /// posts must already name the origin where it ends.
    /// </summary>
    public void AllowFormActionTo(Uri target) => _formActions.Add(Source(target));

    /// <summary>Lets the page show what this origin serves.</summary>
    public void AllowFrameOf(Uri page) => _frames.Add(Source(page));

    public override string ToString() => string.Join(' ', _formActions.Prepend(_frames.Count == 0 ? Fixed : $"frame-src {string.Join(' ', _frames)}; {Fixed}"));

    // An application on a phone has a scheme of its own and no origin: the scheme is the source. So it is
    // for an IPv6 loopback address, which CSP 3 §2.3.1 (host-source) cannot write.
    private static string Source(Uri target) => target switch
    {
        { IsAbsoluteUri: false } => throw new ArgumentException("A policy names absolute URIs", nameof(target)),
        { Scheme: "javascript" or "data" or "blob" or "vbscript" or "file" } =>
            throw new ArgumentException($"A policy never names {target.Scheme}:", nameof(target)),
        { Scheme: "https" or "http", HostNameType: not UriHostNameType.IPv6, IsDefaultPort: true } => $"{target.Scheme}://{target.IdnHost}",
        { Scheme: "https" or "http", HostNameType: not UriHostNameType.IPv6 } => $"{target.Scheme}://{target.IdnHost}:{target.Port}",
        _ => target.Scheme + ":",
    };
}
