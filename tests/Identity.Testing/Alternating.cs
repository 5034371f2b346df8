namespace Identity.Testing;

/// <summary>A balancer at its worst: each request goes to another node than the one before.</summary>
public sealed class Alternating(params HttpMessageHandler[] nodes) : HttpMessageHandler
{
    private readonly HttpMessageInvoker[] _nodes = [.. nodes.Select(node => new HttpMessageInvoker(node))];
    private int _next = -1;

    /// <summary>How many requests went through.</summary>
    public int Requests => Volatile.Read(ref _next) + 1;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        _nodes[Interlocked.Increment(ref _next) % _nodes.Length].SendAsync(request, cancellationToken);

    protected override void Dispose(bool disposing)
    {
        foreach (var node in disposing ? _nodes : [])
            node.Dispose();
        base.Dispose(disposing);
    }
}
