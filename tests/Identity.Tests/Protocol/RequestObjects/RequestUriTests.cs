using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Identity.Domain.Partners;
using Identity.Domain.Storage;
using Identity.Testing;
using Identity.Tests.Protocol.Outgoing;
using Microsoft.AspNetCore.Http;

namespace Identity.Tests.Protocol.RequestObjects;

/// <summary>An authorization request that the client holds ready at an address which it registered.</summary>
[Spec("OpenID Connect Core 1.0", "6.2")]
[Spec("RFC 9101", "5.2")]
public sealed class RequestUriTests() : ProtocolTest(StorageProvider.Sqlite)
{
    private readonly TestClient _client = new(TestClient.Appointments with { ClientId = "holder", Jwks = TestAssertion.Jwks });
    private string _object = "";
    private string[] _addresses = [];
    private PartnerSite _site = null!; // Set before each test by InitializeAsync.

    protected override (string, string)[] Settings => PartnerSite.Reachable;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _site = await PartnerSite.StartAsync(context => context.Response.WriteAsync(_object));
        _object = Signed();
        var hash = Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(_object)));
        _addresses = [_site.Address("/object"), $"{_site.Address("/hashed")}#{hash}"];
        await RegisterAsync(_client.Registration with { RequestUris = _addresses });
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task What_is_there_is_the_request(int address)
    {
        var answer = await AskAsync(_addresses[address]);

        Assert.Equal("state-of-the-application", answer["state"]);
        Assert.Equal("nonce-of-the-application", (await _client.ExchangeAsync(Http, answer["code"])).Payload("id_token").GetProperty("nonce").GetString());
    }

    [Fact]
    public async Task It_is_fetched_once_however_long_the_person_takes()
    {
        using var asked = await Browser.GetAsync(_client.AuthorizeUrl(("prompt", "login"), ("request_uri", _addresses[0])));

        Assert.Contains("code", (await SignInAsync(asked)).Keys);
        Assert.Equal(1, _site.Count);
    }

    [Fact]
    public async Task What_its_fragment_does_not_say_is_refused()
    {
        _object = Signed(("state", "of-another-request"));

        Assert.Contains("fragment", await RefusedAsync(_addresses[1], "invalid_request_uri"), StringComparison.Ordinal);
    }

    [Fact]
    [Spec("RFC 9101", "10.4")]
    public async Task An_address_that_is_not_registered_is_not_called()
    {
        await RefusedAsync(_site.Address("/other"), "invalid_request_uri");
        await RefusedAsync(_addresses[0] + "?", "invalid_request_uri");

        Assert.Equal(0, _site.Count);
    }

    [Fact]
    public async Task Nor_is_one_in_a_private_network()
    {
        await RegisterAsync(_client.Registration with { RequestUris = ["https://192.168.1.1/object"] });

        Assert.Contains("private network", await RefusedAsync("https://192.168.1.1/object", "invalid_request_uri"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("status", "invalid_request_uri", "answered 404")]
    [InlineData("redirect", "invalid_request_uri", "answered 302")]
    [InlineData("too long", "invalid_request_uri", "longer than 32 KiB")]
    [InlineData("no object", "invalid_request_object", "no JWT")]
    [InlineData("nothing", "invalid_request_object", "holds nothing")]
    public async Task What_cannot_be_had_or_is_no_object_is_refused(string kind, string error, string words)
    {
        _site.Answer = context =>
        {
            context.Response.StatusCode = kind switch { "status" => 404, "redirect" => 302, _ => 200 };
            return kind switch
            {
                "too long" => context.Response.WriteAsync(new string('x', 10_000_000)),
                "no object" => context.Response.WriteAsync("<html></html>"),
                _ => Task.CompletedTask,
            };
        };

        Assert.Contains(words, await RefusedAsync(_addresses[0], error), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_hangs_is_not_waited_for()
    {
        var asked = new TaskCompletionSource();
        _site.Answer = context =>
        {
            asked.SetResult();
            return Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted);
        };
        var refused = RefusedAsync(_addresses[0], "invalid_request_uri");
        await asked.Task;
        Provider.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Contains("did not answer in time", await refused, StringComparison.Ordinal);
    }

    [Fact]
    [Spec("RFC 9126", "2.1")]
    public async Task It_cannot_be_pushed()
    {
        var pushed = await TestClient.SendAsync(Http, "par", [new("client_id", "holder"), new("request_uri", _addresses[0])], TestClient.Basic("holder", TestClient.Secret));

        Assert.Equal((400, "invalid_request"), (pushed.Status, pushed.Error));
        Assert.Equal(0, _site.Count);
    }

    [Theory]
    [InlineData("http://app.example/object", "https")]
    [InlineData("https://app.example/object#", "SHA-256")]
    [InlineData("https://app.example/object#part", "SHA-256")]
    [InlineData("https://*.app.example/object", "wildcard")]
    [Spec("OpenID Connect Registration", "2")]
    public void An_address_that_anybody_could_answer_at_is_none(string address, string words) =>
        Assert.Contains(ClientValidator.Faults(TestClient.Appointments with { RequestUris = [address] }), fault => fault.StartsWith("request_uris:", StringComparison.Ordinal) && fault.Contains(words, StringComparison.Ordinal));

    private Task<Dictionary<string, string>> AskAsync(string address) => AuthorizeAsync(_client, ("nonce", null), ("state", null), ("request_uri", address));

    private async Task<string> RefusedAsync(string address, string error)
    {
        var answer = await AskAsync(address);
        Assert.Equal(error, answer["error"]);
        return answer["error_description"];
    }

    private string Signed(params (string Claim, object? Value)[] changes)
    {
        var signed = new TestAssertion(_client.Registration.ClientId, Provider.Clock.GetUtcNow());
        signed.Claims.Remove("sub");
        signed.Claims.Remove("exp");
        foreach (var (name, value) in _client.Parameters())
            signed.Claims[name] = value;
        foreach (var (claim, value) in changes)
            signed.Claims[claim] = value;
        return signed.Write();
    }
}
