using System.Threading.Channels;
using Identity.Tests.Protocol.Outgoing;
using Microsoft.AspNetCore.Http;

namespace Identity.Tests.Protocol.BackChannelLogout;

/// <summary>A client's server on loopback, which is told of logouts and answers as a test says.</summary>
internal sealed class ToldClient : IAsyncDisposable
{
    private readonly Channel<Request> _requests = Channel.CreateUnbounded<Request>();
    private PartnerSite _site = null!; // Set by StartAsync.

    private ToldClient(Func<HttpContext, Task>? answer) => Answer = answer ?? (_ => Task.CompletedTask);

    public sealed record Request(string Method, string Path, string? ContentType, IReadOnlyDictionary<string, string> Form)
    {
        public string Token => Form["logout_token"];
    }

    /// <summary>What it does once it has read a request; by default 200.</summary>
    public Func<HttpContext, Task> Answer { get; set; }

    public string Uri => _site.Address("/logout");

    /// <summary>How many requests have come.</summary>
    public int Count => _site.Count;

    public static async Task<ToldClient> StartAsync(Func<HttpContext, Task>? answer = null)
    {
        var client = new ToldClient(answer);
        client._site = await PartnerSite.StartAsync(client.ReadAsync);
        return client;
    }

    /// <summary>The next request, once it has come.</summary>
    public async Task<Request> NextAsync()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(1));
        return await _requests.Reader.ReadAsync(patience.Token);
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private async Task ReadAsync(HttpContext context)
    {
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync() : FormCollection.Empty;
        _requests.Writer.TryWrite(new Request(context.Request.Method, context.Request.Path, context.Request.ContentType, form.ToDictionary(field => field.Key, field => field.Value.ToString())));
        await Answer(context);
    }
}
