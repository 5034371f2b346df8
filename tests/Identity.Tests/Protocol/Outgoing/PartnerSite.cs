using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Identity.Tests.Protocol.Outgoing;

/// <summary>A partner's server on loopback, which answers as a test says.</summary>
internal sealed class PartnerSite : IAsyncDisposable
{
    /// <summary>Lets the provider call this machine.</summary>
    public static readonly (string, string)[] Reachable = [("Outgoing:PrivateNetworks:0", "127.0.0.0/8")];

    private readonly WebApplication _host;
    private int _count;

    private PartnerSite(Func<HttpContext, Task> answer)
    {
        Answer = answer;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
        _host = builder.Build();
        _host.Run(context =>
        {
            Interlocked.Increment(ref _count);
            return Answer(context);
        });
    }

    /// <summary>What it does with a request.</summary>
    public Func<HttpContext, Task> Answer { get; set; }

    /// <summary>How many requests have come.</summary>
    public int Count => Volatile.Read(ref _count);

    public string Address(string path) => _host.Urls.Single() + path;

    public static async Task<PartnerSite> StartAsync(Func<HttpContext, Task> answer)
    {
        var site = new PartnerSite(answer);
        await site._host.StartAsync();
        return site;
    }

    /// <summary>One that publishes a document.</summary>
    public static Task<PartnerSite> StartAsync(object json) => StartAsync(context => context.Response.WriteAsJsonAsync(json));

    public ValueTask DisposeAsync() => _host.DisposeAsync();
}
