using System.Buffers.Text;
using System.Security.Cryptography;
using Identity.Domain.Partners;
using Identity.Domain.Storage;
using Identity.Testing;
using Identity.Tests.Protocol.Outgoing;
using Microsoft.AspNetCore.Http;

namespace Identity.Tests.Protocol.ClientKeys;

/// <summary>A client that authenticates by keys which it publishes at its <c>jwks_uri</c>.</summary>
[Spec("OpenID Connect Registration", "2")]
public sealed class PublishedKeysTests() : ProtocolTest(StorageProvider.Sqlite)
{
    private const string ClientId = "publisher";
    private const int Longest = 64 * 1024;

    private readonly List<ECDsa> _keys = [ECDsa.Create(ECCurve.NamedCurves.nistP256)];
    private PartnerSite _site = null!; // Set before each test by InitializeAsync.
    private Func<HttpContext, Task> _publish = null!; // As above.

    protected override (string, string)[] Settings => PartnerSite.Reachable;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _publish = context => context.Response.WriteAsJsonAsync(new { keys = _keys.Select((key, index) => Published(key, $"key-{index}")) });
        _site = await PartnerSite.StartAsync(context => _publish(context));
        await RegisterAsync(TestAssertion.Register(TestClient.Appointments with { ClientId = ClientId }) with { Jwks = null, JwksUri = _site.Address("/keys") });
    }

    [Fact]
    public async Task The_key_published_is_the_one_that_counts()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        Accepted(await PresentAsync(0));
        Refused(await PresentAsync(0, with: other));
    }

    [Fact]
    public async Task Keys_are_fetched_once_for_many_requests()
    {
        for (var request = 0; request < 5; request++)
            Accepted(await PresentAsync(0));

        Assert.Equal(1, _site.Count);
    }

    [Fact]
    [Spec("OpenID Connect Core", "10.1.1")]
    public async Task A_key_that_is_named_and_not_known_is_looked_for_at_once()
    {
        Accepted(await PresentAsync(0));
        _keys.Add(ECDsa.Create(ECCurve.NamedCurves.nistP256));
        Provider.Clock.Advance(TimeSpan.FromMinutes(1));

        Accepted(await PresentAsync(1));
        Assert.Equal(2, _site.Count);
    }

    [Fact]
    public async Task Names_that_are_made_up_do_not_make_us_call()
    {
        Accepted(await PresentAsync(0));
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        for (var name = 5; name < 10; name++)
            Refused(await PresentAsync(name, with: other));

        Assert.Equal(1, _site.Count);
    }

    [Fact]
    public async Task A_key_that_was_withdrawn_counts_until_the_set_is_old()
    {
        Accepted(await PresentAsync(0));
        var withdrawn = _keys[0];
        _keys[0] = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Provider.Clock.Advance(TimeSpan.FromMinutes(11));
        await PresentAsync(0); // Lets it look without waiting.
        await UntilAsync(2);

        Refused(await PresentAsync(0, with: withdrawn));
        Accepted(await PresentAsync(0));
    }

    [Fact]
    [Spec("RFC 9111", "5.2.2.1")]
    public async Task The_partner_says_how_long_its_keys_stay_new()
    {
        var keys = _publish;
        _publish = context =>
        {
            context.Response.Headers.CacheControl = "max-age=1800";
            return keys(context);
        };
        Accepted(await PresentAsync(0));
        Provider.Clock.Advance(TimeSpan.FromMinutes(29));
        Accepted(await PresentAsync(0));

        Assert.Equal(1, _site.Count);
    }

    [Fact]
    public async Task While_the_partner_does_not_answer_the_keys_of_before_count_for_an_hour_more()
    {
        Accepted(await PresentAsync(0));
        _publish = context => Status(context, 503);
        Provider.Clock.Advance(TimeSpan.FromMinutes(69));
        Accepted(await PresentAsync(0));
        Provider.Clock.Advance(TimeSpan.FromMinutes(2));

        Assert.Contains("answered 503", Refused(await PresentAsync(0)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("status", "answered 500 and not 200")]
    [InlineData("redirect", "answered 302 and not 200")]
    [InlineData("no set", "no JSON Web Key Set")]
    [InlineData("empty set", "no JSON Web Key Set")]
    [InlineData("text", "no JSON Web Key Set")]
    [InlineData("too long", "longer than 64 KiB")]
    [InlineData("endless", "longer than 64 KiB")]
    [InlineData("hangs up", "could not be reached")]
    public async Task What_is_no_key_set_is_refused_with_the_reason(string kind, string words)
    {
        _publish = context => kind switch
        {
            "status" => Status(context, 500),
            "redirect" => Redirect(context),
            "no set" => context.Response.WriteAsJsonAsync(new[] { 1, 2 }),
            "empty set" => context.Response.WriteAsJsonAsync(new { keys = Array.Empty<int>() }),
            "text" => context.Response.WriteAsync("<html>Not found</html>"),
            "too long" => TooLong(context),
            "endless" => EndlessAsync(context),
            _ => Abort(context),
        };

        Assert.Contains(words, Refused(await PresentAsync(0)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_partner_that_hangs_is_not_waited_for()
    {
        var asked = new TaskCompletionSource();
        _publish = context =>
        {
            asked.SetResult();
            return Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted);
        };
        var answer = PresentAsync(0);
        await asked.Task;
        Provider.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Contains("did not answer in time", Refused(await answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_in_a_private_network_is_not_called()
    {
        await RegisterAsync(TestAssertion.Register(TestClient.Appointments with { ClientId = "inside" }) with { Jwks = null, JwksUri = "https://10.0.0.1/keys" });

        Assert.Contains("private network", Refused(await PresentAsync(0, "inside")), StringComparison.Ordinal);
    }

    [Fact]
    [Spec("RFC 9101", "4")]
    public async Task Request_objects_go_by_the_same_keys()
    {
        var request = new TestAssertion(ClientId, Provider.Clock.GetUtcNow()) { Header = { ["kid"] = "key-0" } };
        request.Claims.Remove("sub");

        var client = new TestClient((Provider.Get<ClientDirectory>().Current.Find(ClientId))!); // Registered above.
        var answer = await AuthorizeAsync(client, ("request", request.Write(Sign(_keys[0]))));

        Assert.Contains("code", answer.Keys);
    }

    [Theory]
    [InlineData("http://app.example/keys", "https")]
    [InlineData("https://app.example/keys#one", "fragment")]
    [InlineData("/keys", "absolute")]
    [InlineData("file:///etc/keys", "host")]
    public void An_address_that_anybody_could_answer_at_is_no_jwks_uri(string address, string words) =>
        Assert.Contains(ClientValidator.Faults(TestClient.Appointments with { JwksUri = address }), fault => fault.StartsWith("jwks_uri:", StringComparison.Ordinal) && fault.Contains(words, StringComparison.Ordinal));

    [Fact]
    [Spec("RFC 7591", "2")]
    public void Keys_stand_in_one_place() =>
        Assert.Contains(ClientValidator.Faults(TestClient.Appointments with { Jwks = TestAssertion.Jwks, JwksUri = "https://app.example/keys" }), fault => fault.StartsWith("jwks_uri: there are jwks too", StringComparison.Ordinal));

    private static object Published(ECDsa key, string kid) => key.ExportParameters(false).Q is var point
        ? new { kty = "EC", crv = "P-256", x = Base64Url.EncodeToString(point.X), y = Base64Url.EncodeToString(point.Y), kid, use = "sig" }
        : throw new InvalidOperationException();

    private Task<TokenAnswer> PresentAsync(int index, string clientId = ClientId, ECDsa? with = null)
    {
        var assertion = new TestAssertion(clientId, Provider.Clock.GetUtcNow()) { Header = { ["kid"] = $"key-{index}" } };
        return TestClient.SendAsync(Http, "token", [new("grant_type", "client_credentials"), .. assertion.Parameters(Sign(with ?? _keys[index])).Select(field => KeyValuePair.Create(field.Item1, field.Item2!))]);
    }

    private static Func<byte[], byte[]> Sign(ECDsa key) => bytes => key.SignData(bytes, HashAlgorithmName.SHA256);

    private async Task UntilAsync(int calls)
    {
        while (_site.Count < calls)
            await Task.Delay(20, TestContext.Current.CancellationToken);
    }

    private static Task Status(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private static Task Redirect(HttpContext context)
    {
        context.Response.Redirect("https://elsewhere.example/keys");
        return Task.CompletedTask;
    }

    private static Task TooLong(HttpContext context)
    {
        context.Response.ContentLength = Longest + 1;
        return context.Response.Body.WriteAsync(new byte[Longest + 1]).AsTask();
    }

    private static async Task EndlessAsync(HttpContext context)
    {
        while (!context.RequestAborted.IsCancellationRequested)
            await context.Response.Body.WriteAsync(new byte[4096], context.RequestAborted);
    }

    private static Task Abort(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    private static void Accepted(TokenAnswer answer) => Assert.True(answer.Status == 200, answer.Body.ToString());

    private static string Refused(TokenAnswer answer)
    {
        Assert.Equal((401, "invalid_client"), (answer.Status, answer.Error));
        return answer["error_description"] ?? "";
    }
}
