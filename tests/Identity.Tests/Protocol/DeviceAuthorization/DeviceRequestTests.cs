using System.Net;
using System.Web;
using Identity.Domain.Storage;
using Identity.Testing;

namespace Identity.Tests.Protocol.DeviceAuthorization;

[Spec("RFC 8628", "3.1")]
public abstract class DeviceRequestTests(StorageProvider storage) : DeviceTest(storage)
{
    private static readonly Statement Kept = new("test.device-codes", "SELECT COUNT(*) FROM device_codes");

    [Fact]
    [Spec("RFC 8628", "3.2")]
    public async Task A_device_gets_a_code_to_keep_one_to_show_and_where_it_is_typed()
    {
        var answer = await AskAsync();

        Assert.Equal(200, answer.Status);
        Assert.Equal(43, answer["device_code"]!.Length); // 256 bits, base64url.
        Assert.Equal("http://localhost:5000/device", answer["verification_uri"]);
        Assert.Equal((900, 5), (answer.Body.GetProperty("expires_in").GetInt32(), answer.Body.GetProperty("interval").GetInt32()));
        Assert.Contains("no-store", answer.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
        Assert.Equal(["device_code", "expires_in", "interval", "user_code", "verification_uri", "verification_uri_complete"],
            answer.Body.EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    [Spec("RFC 8628", "6.1")]
    public async Task The_code_to_show_is_eight_letters_that_nobody_takes_for_others() =>
        Assert.Matches("^[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}$", (await AskAsync())["user_code"]);

    [Fact]
    [Spec("RFC 8628", "3.3.1")]
    public async Task The_address_for_a_picture_carries_the_code()
    {
        var answer = await AskAsync();

        var address = new Uri(answer["verification_uri_complete"]!); // The request was valid.
        Assert.Equal("/device", address.AbsolutePath);
        Assert.Equal(answer["user_code"]!.Replace("-", "", StringComparison.Ordinal), // As above.
            HttpUtility.ParseQueryString(address.Query)["user_code"]?.Replace("-", "", StringComparison.Ordinal));
    }

    [Fact]
    [Spec("RFC 8628", "5.2")]
    public async Task Neither_code_stands_in_the_database()
    {
        var answer = await AskAsync();

        var rows = await Provider.Get<IDatabase>().ReadAsync(read => read.ListAsync(new Statement("test.device-row", "SELECT key_hash, user_hash FROM device_codes"),
            row => ((byte[])row[0], (byte[])row[1])), TestContext.Current.CancellationToken);
        var (key, user) = Assert.Single(rows);
        Assert.Equal((32, 32), (key.Length, user.Length));
        Assert.NotEqual(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(answer["user_code"]!.Replace("-", "", StringComparison.Ordinal))), user); // As above.
    }

    [Theory]
    [InlineData("client_id", "nobody", 401, "invalid_client")]
    [InlineData("scope", "openid email phone", 400, "invalid_scope")]
    [InlineData("scope", "no-such-scope", 400, "invalid_scope")]
    [InlineData("resource", "https://no-such-api.example", 400, "invalid_target")]
    public async Task A_request_that_may_not_be_is_refused_and_leaves_nothing(string name, string value, int status, string error)
    {
        var answer = await AskAsync((name, value));

        Assert.Equal((status, error), (answer.Status, answer.Error));
        Assert.Null(answer["device_code"]);
        Assert.Equal(0, await KeptAsync());
    }

    [Fact]
    public async Task A_client_without_the_grant_is_refused()
    {
        var answer = await AskAsync(Client, ("scope", "openid"));

        Assert.Equal((400, "unauthorized_client"), (answer.Status, answer.Error));
        Assert.Equal(0, await KeptAsync());
    }

    [Fact]
    public async Task A_client_that_has_a_secret_shows_it()
    {
        var secret = await RegisterAsync(Registration with { ClientId = "television", TokenEndpointAuthMethod = "client_secret_basic", ClientSecretSha256 = TestClient.Appointments.ClientSecretSha256 });

        Assert.Equal(200, (await AskAsync(secret)).Status);
        var bare = await TestClient.SendAsync(Http, "device_authorization", [new("client_id", "television"), new("scope", "openid")]);
        var wrong = await TestClient.SendAsync(Http, "device_authorization", [new("scope", "openid")], TestClient.Basic("television", "wrong"));
        var other = await TestClient.SendAsync(Http, "device_authorization", [new("scope", "openid"), new("client_id", "television"), new("client_secret", TestClient.Secret)]);
        Assert.All([bare, wrong, other], answer => Assert.Equal((401, "invalid_client"), (answer.Status, answer.Error)));
    }

    [Fact]
    public async Task A_paused_application_begins_nothing()
    {
        await RegisterAsync(Registration with { Paused = true });

        Assert.Equal("unauthorized_client", (await AskAsync()).Error);
    }

    [Fact]
    public async Task What_is_too_long_or_there_twice_is_refused()
    {
        Assert.Equal((400, "invalid_request"), Refusal(await AskAsync(("scope", new string('x', 5000)))));
        var twice = await TestClient.SendAsync(Http, "device_authorization", [new("client_id", "watch"), new("scope", "openid"), new("scope", "profile")]);
        Assert.Equal((400, "invalid_request"), Refusal(twice));
        Assert.Equal(0, await KeptAsync());
    }

    [Fact]
    public async Task Only_POST_asks()
    {
        using var response = await Http.GetAsync("device_authorization?client_id=watch&scope=openid");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task A_network_lets_only_so_many_devices_wait()
    {
        TokenAnswer answer;
        var before = 0;
        do
            answer = await TestClient.SendAsync(Http, "device_authorization", [new("client_id", "watch"), new("scope", "no-such-scope")]);
        while (answer.Error != "temporarily_unavailable" && before++ < 1000);

        Assert.Equal(300, before);
        Assert.True(answer.Headers.RetryAfter?.Delta > TimeSpan.Zero);
    }

    private static (int, string?) Refusal(TokenAnswer answer) => (answer.Status, answer.Error);

    private Task<long> KeptAsync() => Provider.Get<IDatabase>().ReadAsync(read => read.FirstAsync(Kept, row => row.GetInt64(0)), TestContext.Current.CancellationToken);

    public sealed class OnSqlite() : DeviceRequestTests(StorageProvider.Sqlite);

    public sealed class OnPostgres() : DeviceRequestTests(StorageProvider.Postgres);
}
