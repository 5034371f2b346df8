using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Web;
using Identity.Domain.Notifications.Senders;
using Identity.Domain.Storage;
using Identity.Testing;

namespace Identity.Tests.Web.Hosting;

/// <summary>
/// The provider below a path of its issuer, behind a proxy that strips the path or passes it on. Whatever stands on a page
/// or in a redirect leads below that path.
/// </summary>
public abstract partial class PathBaseTests(bool strips) : IAsyncLifetime
{
    private const string Issuer = "http://localhost:5000/identity";
    private readonly TestClient _client = new(TestClient.Appointments);
    private TestProvider _provider = null!; // Set before each test by InitializeAsync.
    private TestBrowser _browser = null!; // As above.

    public async ValueTask InitializeAsync()
    {
        _provider = await TestProvider.StartAsync(StorageProvider.Sqlite, ("Protocol:Issuer", Issuer));
        _browser = _provider.Browser(new Uri(Issuer + "/"), Through);
        await _provider.RegisterAsync(_client.Registration);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _browser.Dispose();
        await _provider.DisposeAsync();
    }

    [Fact]
    public async Task A_newcomer_gets_from_the_application_and_back()
    {
        var signIn = await SeeAsync(_browser.OpenAsync(_client.AuthorizeUrl()));
        var email = await SeeAsync(_browser.OpenAsync(Address(signIn, "/create/")));
        var code = await SeeAsync(_browser.SubmitAsync(email, ("Email", "carol@example.test")));
        await SeeAsync(_browser.SubmitAsync(code, ("Code", "")));
        var password = await SeeAsync(_browser.SubmitAsync(code, ("Code", await CodeAsync())));
        var name = await SeeAsync(_browser.SubmitAsync(password, ("Password", "marble-lantern-orchard")));
        var birth = await SeeAsync(_browser.SubmitAsync(name, ("First", "Carol"), ("Last", "Crane")));
        var share = await SeeAsync(_browser.SubmitAsync(birth, ("Birth.Day", "3"), ("Birth.Month", "12"), ("Birth.Year", "1990")));
        var back = await _browser.SubmitAsync(share, ("Decision", "agree"));

        using var http = Backchannel();
        var tokens = await _client.ExchangeAsync(http, HttpUtility.ParseQueryString(back.Address.Query)["code"]!); // Carol agreed.
        Assert.Equal(Issuer, tokens.Payload("id_token").GetProperty("iss").GetString());
        Assert.Equal(Issuer, HttpUtility.ParseQueryString(back.Address.Query)["iss"]);

        await SeeAsync(_browser.SubmitAsync(await SeeAsync(_browser.OpenAsync("stop-sharing/appointments"))));
        await SeeAsync(_browser.SubmitAsync(await SeeAsync(_browser.OpenAsync("sign-out"))));
        await SeeAsync(_browser.OpenAsync("sign-in"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("welcome")]
    [InlineData("help")]
    [InlineData("cookies")]
    [InlineData("nowhere")]
    [InlineData("authorize")]
    [InlineData("end-session")]
    [InlineData("dev/mailbox")]
    public Task Every_page_leads_below_the_path(string page) => SeeAsync(_browser.OpenAsync(page));

    [Fact]
    [Spec("OpenID Connect Discovery", "4.3")]
    public async Task The_metadata_names_every_endpoint_below_the_path()
    {
        using var http = Backchannel();

        var metadata = await http.GetFromJsonAsync<JsonElement>(".well-known/openid-configuration");

        Assert.Equal(Issuer, metadata.GetProperty("issuer").GetString());
        var endpoints = metadata.EnumerateObject().Where(member => member.Name.EndsWith("_endpoint", StringComparison.Ordinal) || member.Name == "jwks_uri").ToList();
        Assert.NotEmpty(endpoints);
        Assert.All(endpoints, endpoint => Assert.StartsWith(Issuer + "/", endpoint.Value.GetString(), StringComparison.Ordinal));
        Assert.Equal(System.Net.HttpStatusCode.OK, (await http.GetAsync(metadata.GetProperty("jwks_uri").GetString())).StatusCode);
    }

    [Fact]
    public async Task A_posted_request_is_taken_up_below_the_path()
    {
        using var response = await _browser.PostAsync("authorize", _client.Parameters());

        Assert.StartsWith("/identity/authorize?", response.Headers.Location?.OriginalString, StringComparison.Ordinal);
    }

    private HttpClient Backchannel() => new(Through(_provider.Handler())) { BaseAddress = new Uri(Issuer + "/") };

    private HttpMessageHandler Through(HttpMessageHandler handler) => strips ? new StripPath(handler) : handler;

    /// <summary>Looks at a page: it is there, and every address on it stands below the path and leads somewhere.</summary>
    private async Task<Page> SeeAsync(Task<Page> opening)
    {
        var page = await opening;
        Assert.StartsWith("/identity", page.Path, StringComparison.Ordinal);
        foreach (var address in Addresses().Matches(page.Html).Select(match => match.Groups[1].Value).Where(address => address.StartsWith('/')))
        {
            Assert.True(address == "/identity" || address.StartsWith("/identity/", StringComparison.Ordinal), $"{address} on {page.Path}");
            if (address.Contains("/assets/", StringComparison.Ordinal))
                Assert.Equal(System.Net.HttpStatusCode.OK, (await _browser.GetAsync(address)).StatusCode);
        }

        return page;
    }

    private static string Address(Page page, string below) =>
        Addresses().Matches(page.Html).Select(match => match.Groups[1].Value).First(address => address.Contains(below, StringComparison.Ordinal));

    private async Task<string> CodeAsync()
    {
        for (var tries = 0; tries < 1000; tries++)
        {
            if (await _provider.Get<Mailbox>().ListAsync(TestContext.Current.CancellationToken) is [var newest, ..])
                return SixDigits().Match(newest.Body).Value;
            await Task.Delay(TimeSpan.FromMilliseconds(20), TestContext.Current.CancellationToken);
        }

        throw new InvalidOperationException("No mail came.");
    }

    [GeneratedRegex("(?:href|src|action|formaction)=\"([^\"]*)\"")]
    private static partial Regex Addresses();

    [GeneratedRegex(@"\b\d{6}\b")]
    private static partial Regex SixDigits();

    /// <summary>A proxy that serves what stands below a path from the root of another server.</summary>
    private sealed class StripPath(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var address = request.RequestUri!; // The client has made it absolute.
            request.RequestUri = new Uri(address, address.PathAndQuery["/identity".Length..]);
            return base.SendAsync(request, cancellationToken);
        }
    }

    public sealed class BehindAProxyThatStripsIt() : PathBaseTests(strips: true);

    public sealed class BehindAProxyThatPassesItOn() : PathBaseTests(strips: false);
}
