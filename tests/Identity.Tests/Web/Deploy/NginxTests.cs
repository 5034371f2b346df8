using System.Net;
using System.Web;
using Identity.Domain.Storage;
using Identity.Testing;

namespace Identity.Tests.Web.Deploy;

/// <summary>A citizen signs in through nginx, over TLS, at the program itself, as operators set the three up.</summary>
public sealed class NginxTests
{
    private static readonly TestClient Client = new(TestClient.Appointments);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("", "location /", "proxy_pass http://identity;")]
    [InlineData("identity", "location /identity/", "proxy_pass http://identity;")]
    [InlineData("identity", "location /identity/", "proxy_pass http://identity/;")]
    public async Task A_citizen_signs_in_through_it(string path, string location, string pass)
    {
        Assert.SkipUnless(Nginx.IsInstalled, "nginx is not installed: 'apt-get install nginx-light' brings it.");
        await using var database = await PrepareAsync();
        await using var nginx = new Nginx();
        await using var provider = await ProviderProcess.StartAsync(
            database, new Uri(nginx.Https, path), [new("Hosting:Proxies:0", "127.0.0.1")], Cancellation);
        await nginx.StartAsync(provider.Address, ("location /", location), ("proxy_pass http://identity;", pass));

        var home = path.Length == 0 ? nginx.Https : new Uri(nginx.Https, path + "/");
        using var browser = new TestBrowser(Nginx.Handler(), home);
        var email = await browser.OpenAsync(Client.AuthorizeUrl());
        var share = await browser.SubmitAsync(await browser.SubmitAsync(email, ("Email", "alice@example.test")), ("Password", TestProvider.Password));
        var back = await browser.SubmitAsync(share, ("Decision", "agree"));

        using var http = new HttpClient(Nginx.Handler()) { BaseAddress = home };
        var tokens = await Client.ExchangeAsync(http, HttpUtility.ParseQueryString(back.Address.Query)["code"]!); // Alice agreed.
        Assert.Equal(provider.Issuer.AbsoluteUri, tokens.Payload("id_token").GetProperty("iss").GetString());
        Assert.All(browser.Cookies.GetAllCookies(), cookie => Assert.True(cookie.Secure));
        using var answer = await http.GetAsync("welcome", Cancellation);
        Assert.True(answer.Headers.Contains("Content-Security-Policy"));
    }

    [Fact]
    public async Task Who_comes_without_TLS_is_sent_to_it()
    {
        Assert.SkipUnless(Nginx.IsInstalled, "nginx is not installed: 'apt-get install nginx-light' brings it.");
        await using var nginx = new Nginx();
        await nginx.StartAsync(new Uri("http://localhost:9"));
        using var http = new HttpClient(Nginx.Handler());

        using var answer = await http.GetAsync(new Uri(nginx.Http, "authorize?a=b"), Cancellation);

        Assert.Equal(HttpStatusCode.PermanentRedirect, answer.StatusCode);
        Assert.Equal("https://localhost/authorize?a=b", answer.Headers.Location?.OriginalString);
    }

    private static async Task<TestDatabase> PrepareAsync()
    {
        var database = await TestDatabase.CreateAsync(StorageProvider.Sqlite);
        await using var provider = await TestProvider.StartAsync(database);
        await provider.RegisterAsync(Client.Registration);
        await provider.CreateAccountAsync();
        return database;
    }
}
