namespace Identity.Web.Hosting;

/// <summary>How requests reach this program. Section <c>Hosting</c>.</summary>
public sealed class HostingOptions
{
    /// <summary>Addresses and networks of the proxies in front. Only their forwarded headers count.</summary>
    public IList<string> Proxies { get; } = [];

    /// <summary>How long a node that was asked to stop goes on answering, so that a load balancer can turn elsewhere first.</summary>
    public TimeSpan Drain { get; set; } = TimeSpan.Zero;
}
