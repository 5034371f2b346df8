using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Identity.Tests.Protocol.BackChannelLogout;

/// <summary>A client's server on loopback, which answers as a test says.</summary>
internal sealed class ToldClient : IAsyncDisposable
{
    private readonly WebApplication _host;
    private readonly Channel<Request> _requests = Channel.CreateUnbounded<Request>();
    private int _count;

    private ToldClient(Func<HttpContext, Task>? answer)
    {
        Answer = answer ?? (_ => Task.CompletedTask);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
        _host = builder.Build();
        _host.Run(async context =>
        {
            var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync() : FormCollection.Empty;
            Interlocked.Increment(ref _count);
            _requests.Writer.TryWrite(new Request(context.Request.Method, context.Request.Path, context.Request.ContentType, form.ToDictionary(field => field.Key, field => field.Value.ToString())));
            await Answer(context);
        });
    }

    public sealed record Request(string Method, string Path, string? ContentType, IReadOnlyDictionary<string, string> Form)
    {
        public string Token => Form["logout_token"];
    }

    /// <summary>What it does once it has read a request; by default 200.</summary>
    public Func<HttpContext, Task> Answer { get; set; }

    public string Uri => _host.Urls.Single() + "/logout";

    /// <summary>How many requests have come.</summary>
    public int Count => Volatile.Read(ref _count);

    public static async Task<ToldClient> StartAsync(Func<HttpContext, Task>? answer = null)
    {
        var client = new ToldClient(answer);
        await client._host.StartAsync();
        return client;
    }

    /// <summary>The next request, once it has come.</summary>
    public async Task<Request> NextAsync()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(1));
        return await _requests.Reader.ReadAsync(patience.Token);
    }

    public async ValueTask DisposeAsync() => await _host.DisposeAsync();
}
