using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Identity.Tests.Domain.Notifications.Gateway;

/// <summary>Somebody else's gateway, over real HTTP on this machine, that answers as it is told.</summary>
internal sealed class FakeGateway : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TaskCompletionSource _hang = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private FakeGateway(WebApplication app) => _app = app;

    public sealed record Request(string Path, string Authorization, string Body);

    public IList<Request> Requests { get; } = new List<Request>();

    public HttpStatusCode Status { get; set; } = HttpStatusCode.Created;

    public string ContentType { get; set; } = "application/json";

    public string Answer { get; set; } = """{"id":"b0d5f8a2"}""";

    public string? Location { get; set; }

    public bool Hangs { get; set; }

    public string Address => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First(); // A started server has one.

    public static async Task<FakeGateway> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var gateway = new FakeGateway(app);
        app.Run(gateway.AnswerAsync);
        await app.StartAsync();
        return gateway;
    }

    public async ValueTask DisposeAsync()
    {
        _hang.TrySetResult();
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        lock (Requests)
            Requests.Add(new(context.Request.Path, context.Request.Headers.Authorization.ToString(), body));
        if (Hangs)
            await Task.WhenAny(_hang.Task, Task.Delay(Timeout.Infinite, context.RequestAborted));
        context.Response.StatusCode = (int)Status;
        context.Response.ContentType = ContentType;
        if (Location is not null)
            context.Response.Headers.Location = Location;
        await context.Response.WriteAsync(Answer);
    }
}
