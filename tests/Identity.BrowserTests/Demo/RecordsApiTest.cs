using System.Net.Http.Headers;
using Identity.BrowserTests.Running;
using Identity.Demo;
using Identity.Demo.RecordsApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Identity.BrowserTests.Demo;

/// <summary>The records API alone, and an issuer whose tokens it takes.</summary>
public abstract class RecordsApiTest : IAsyncLifetime
{
    private WebApplication api = null!; // Set before each test.

    protected HttpClient Http { get; } = new();

    internal FakeIssuer Issuer { get; private set; } = null!; // Set before each test.

    protected string Audience { get; private set; } = "";

    /// <summary>Stands still, at the time at which the test began.</summary>
    protected FakeTimeProvider Clock { get; } = new(TimeProvider.System.GetUtcNow());

    public async ValueTask InitializeAsync()
    {
        Issuer = await FakeIssuer.StartAsync();
        var options = DemoOptions.Read([]) with { Ports = new DemoPorts { Provider = Issuer.Port, RecordsApi = RunningDemo.FreePorts(1)[0] } };
        Audience = $"http://localhost:{options.Ports.RecordsApi}";
        api = RecordsApiHost.Create(options, Clock);
        await api.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await api.DisposeAsync();
        await Issuer.DisposeAsync();
        Http.Dispose();
    }

    protected async Task<HttpResponseMessage> AskAsync(string? token, string path = "/records")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Audience}{path}");
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await Http.SendAsync(request);
    }
}
