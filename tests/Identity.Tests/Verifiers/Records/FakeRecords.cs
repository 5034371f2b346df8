using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Identity.Tests.Verifiers.Records;

/// <summary>Somebody else's records, over real HTTP on this machine, that answer as they are told.</summary>
internal sealed class FakeRecords : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FakeRecords(WebApplication app) => _app = app;

    public sealed record Request(string Method, string Path, string Authorization, string ContentType, string Body);

    public IList<Request> Requests { get; } = [];

    public HttpStatusCode Status { get; set; } = HttpStatusCode.OK;

    public string ContentType { get; set; } = "application/json";

    public string Answer { get; set; } = "{}";

    public bool Hangs { get; set; }

    public bool BreaksOff { get; set; }

    public string Address => _app.Urls.Single();

    public static async Task<FakeRecords> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var records = new FakeRecords(builder.Build());
        records._app.Run(records.AnswerAsync);
        await records._app.StartAsync();
        return records;
    }

    /// <summary>Forgets what it was told.</summary>
    public void Reset(string contentType, string answer)
    {
        Requests.Clear();
        (Status, ContentType, Answer, Hangs, BreaksOff) = (HttpStatusCode.OK, contentType, answer, false, false);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        lock (Requests)
            Requests.Add(new(context.Request.Method, context.Request.Path, context.Request.Headers.Authorization.ToString(), context.Request.ContentType ?? "", body));
        if (BreaksOff)
            context.Abort();
        if (Hangs)
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        context.Response.StatusCode = (int)Status;
        context.Response.ContentType = ContentType;
        context.Response.Headers.Location = "/elsewhere";
        await context.Response.WriteAsync(Answer);
    }
}
