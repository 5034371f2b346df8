namespace Identity.Web.Hosting;

/// <summary>How requests reach this program. Section <c>Hosting</c>.</summary>
public sealed class HostingOptions
{
    /// <summary>Addresses of the proxies in front. Only their forwarded headers count.</summary>
    public IList<string> Proxies { get; } = [];
}
