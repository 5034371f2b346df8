using System.Text.Json;
using Identity.Domain.Accounts;
using Identity.Domain.Credentials.AuthenticatorApps;
using Identity.Domain.Credentials.BackupCodes;
using Identity.Domain.Limits;
using Identity.Domain.Sessions;
using Identity.Domain.Sessions.Trust;
using Identity.Testing;

namespace Identity.Tests.Operations;

/// <summary>The drill of <c>docs/operations/lost-or-stolen-keys.md</c>, step by step, with the program itself.</summary>
public sealed class LostOrStolenKeysTests : IAsyncLifetime
{
    // A provider with a key file, an application and a citizen, which every drill begins with.
    private static readonly Lazy<Task<TestDatabase>> Before = new(BeginAsync);
    private static readonly TestClient Client = new(TestClient.Appointments);

    private TestDatabase _database = null!; // Set before each test by InitializeAsync.

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Closing => At("ring.key");

    public async ValueTask InitializeAsync() => _database = (await Before.Value).Copy();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task A_lost_file_is_replaced_by_its_copy_and_nobody_notices()
    {
        File.Copy(Closing, At("copy.key"));
        var before = await JourneyAsync(Closing);
        File.Delete(Closing);

        await RunAsync(1, "keys", "list");
        Assert.Contains("opens", (await RunAsync(0, "keys", "list", Named("copy.key")))[^1], StringComparison.Ordinal);

        Assert.Equal(before.Subject, (await JourneyAsync(At("copy.key"))).Subject);
    }

    [Fact]
    public async Task Without_a_copy_people_sign_in_as_before_and_are_strangers_to_applications()
    {
        var before = await JourneyAsync(Closing);
        await RunAsync(0, "keys", "make-file", At("new.key"));

        await RunAsync(1, "keys", "abandon", Named("new.key"));
        await RunAsync(1, "keys", "abandon", "--lose-every-subject", Named("ring.key")); // It opens still: nothing is lost.
        await RunAsync(0, "keys", "abandon", "--lose-every-subject", Named("new.key"));

        var after = await JourneyAsync(At("new.key"));
        Assert.NotEqual(before.Subject, after.Subject);
        await RunAsync(0, "keys", "list", Named("new.key"));
    }

    [Fact]
    public async Task With_the_ring_go_authenticator_apps_and_backup_codes_which_nothing_could_check_any_more()
    {
        await using (var node = await TestProvider.StartAsync(_database, ("Keys:FilePath", Closing)))
        {
            var alice = await AliceAsync(node);
            var (session, secret) = ((await node.Get<SessionStore>().StartAsync(alice.Id, ProofMethod.Password, null, Cancellation)).Session, AppSecret.Create());
            var code = secret.CodeAt(node.Clock.GetUtcNow());
            Assert.Equal(new AppEnrolmentOutcome.Added(), await node.Get<AuthenticatorApps>().AddAsync(session, alice, secret, code, Network.Of(null), Cancellation));
            Assert.NotNull(await node.Get<BackupCodes>().CreateAsync(session, alice, Cancellation));
        }

        await RunAsync(0, "keys", "make-file", At("new.key"));
        await RunAsync(0, "keys", "abandon", "--lose-every-subject", Named("new.key"));

        await using var after = await TestProvider.StartAsync(_database, ("Keys:FilePath", At("new.key")));
        var owner = await AliceAsync(after);
        Assert.False(await after.Get<AuthenticatorApps>().HasAsync(owner.Id, Cancellation));
        Assert.Equal(new BackupCodeCount(0, null), await after.Get<BackupCodes>().LeftAsync(owner.Id, Cancellation));
    }

    [Fact]
    public async Task A_stolen_file_is_made_worthless_and_nobody_notices()
    {
        var before = await JourneyAsync(Closing);
        await RunAsync(0, "keys", "make-file", At("new.key"));

        await using (var node = await StartAsync(At("new.key"), ("Keys:PreviousFiles:0", Closing)))
            await RunAsync(0, "keys", "reseal", Named("new.key"), $"--Keys:PreviousFiles:0={Closing}");

        await RunAsync(1, "keys", "list", Named("ring.key"));
        await using var restarted = await StartAsync(At("new.key"));
        using var http = restarted.Backchannel();
        Assert.Equal(200, (await Client.RefreshAsync(http, before.RefreshToken)).Status);
        Assert.Equal(before.Subject, (await JourneyAsync(restarted)).Subject);
    }

    [Fact]
    public async Task A_stolen_backup_opens_no_key()
    {
        var ring = await File.ReadAllBytesAsync(_database.File, Cancellation);

        Assert.DoesNotContain("<masterKey", System.Text.Encoding.UTF8.GetString(ring), StringComparison.Ordinal);
        var list = JsonDocument.Parse(string.Join('\n', await RunAsync(1, "keys", "list", "--json"))).RootElement;
        Assert.All(list.GetProperty("ring").EnumerateArray(), key =>
        {
            Assert.StartsWith("key file ", key.GetProperty("closedBy").GetString(), StringComparison.Ordinal);
            Assert.False(key.GetProperty("opens").GetBoolean());
        });
    }

    [Fact]
    public async Task After_a_stolen_backup_and_file_nothing_of_before_is_accepted_while_nodes_serve_on()
    {
        await using var node = await StartAsync(Closing);
        using var http = node.Backchannel();
        var before = await JourneyAsync(node);

        Assert.Contains("The ring is renewed", (await RunAsync(0, "keys", "rotate", "--ring", Named("ring.key")))[^1], StringComparison.Ordinal);
        var list = JsonDocument.Parse(string.Join('\n', await RunAsync(0, "keys", "list", "--json", Named("ring.key")))).RootElement;
        foreach (var key in list.GetProperty("signing").EnumerateArray().Where(key => key.GetProperty("state").GetString() is "announced" or "signing" or "retired"))
            await RunAsync(0, "keys", "revoke", key.GetProperty("kid").GetString()!, Named("ring.key")); // Every key has one.

        await UntilAsync(async () => (await Client.RefreshAsync(http, before.RefreshToken)).Error == "invalid_grant");
        await UntilAsync(async () => await ActiveAsync(http, before.AccessToken) == "False");
        using var signedIn = node.Browser();
        signedIn.Cookies.Add(before.Cookies);
        Assert.Contains("code=", (await signedIn.OpenAsync(Client.AuthorizeUrl())).Address.Query, StringComparison.Ordinal);
        Assert.Equal(before.Subject, (await JourneyAsync(node)).Subject);
        Assert.Contains("0 faults", (await RunAsync(0, "audit", "verify", Named("ring.key")))[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stolen_signing_key_is_refused_at_once_and_its_seals_of_before_hold()
    {
        await using var node = await StartAsync(Closing);
        using var http = node.Backchannel();
        var before = await JourneyAsync(node);
        Assert.Equal("True", await ActiveAsync(http, before.AccessToken));
        var kid = new Microsoft.IdentityModel.JsonWebTokens.JsonWebToken(before.AccessToken).Kid;

        await RunAsync(0, "keys", "revoke", kid, Named("ring.key"));

        await UntilAsync(async () => await ActiveAsync(http, before.AccessToken) == "False");
        Assert.DoesNotContain(kid, await http.GetStringAsync(".well-known/jwks.json", Cancellation), StringComparison.Ordinal);
        Assert.NotEqual(kid, new Microsoft.IdentityModel.JsonWebTokens.JsonWebToken((await JourneyAsync(node)).AccessToken).Kid);
        await RunAsync(0, "audit", "verify", Named("ring.key"));
    }

    private static async Task<KnownAccount> AliceAsync(TestProvider node) =>
        (await node.Get<AccountStore>().FindByEmailAsync(EmailAddress.Parse("alice@example.test"), Cancellation))!; // InitializeAsync has made her account.

    private sealed record Journey(string Subject, string AccessToken, string RefreshToken, System.Net.CookieCollection Cookies);

    private async Task<Journey> JourneyAsync(string closing)
    {
        await using var node = await StartAsync(closing);
        return await JourneyAsync(node);
    }

    /// <summary>Alice signs in on a new browser and comes back to the application.</summary>
    private async Task<Journey> JourneyAsync(ProviderProcess node)
    {
        using var browser = node.Browser();
        using var http = node.Backchannel();
        var email = await browser.OpenAsync(Client.AuthorizeUrl(("scope", "openid profile email offline_access")));
        var back = await browser.SubmitAsync(await browser.SubmitAsync(email, ("Email", "alice@example.test")), ("Password", TestProvider.Password));
        var code = System.Web.HttpUtility.ParseQueryString(back.Address.Query)["code"] ?? throw new InvalidOperationException($"It ended at {back.Address}.");
        var tokens = await Client.ExchangeAsync(http, code);
        return new Journey(tokens.Payload("id_token").GetProperty("sub").GetString()!, tokens["access_token"]!, tokens["refresh_token"]!, browser.Cookies.GetCookies(node.Issuer)); // All were asked for.
    }

    private async Task<string?> ActiveAsync(HttpClient http, string token) => (await Client.PostAsync(http, "introspect", new() { ["token"] = token }))["active"];

    private static async Task UntilAsync(Func<Task<bool>> seen)
    {
        for (var tries = 0; tries < 500 && !await seen(); tries++)
            await Task.Delay(TimeSpan.FromMilliseconds(20), Cancellation);
        Assert.True(await seen());
    }

    private Task<ProviderProcess> StartAsync(string closing, params (string, string)[] settings) =>
        ProviderProcess.StartAsync(_database, Cancellation, [("Keys:FilePath", closing), .. settings]);

    private static async Task<TestDatabase> BeginAsync()
    {
        var database = TestDatabase.Empty().ForAll();
        var closing = At(database, "ring.key");
        await RunAsync(database, 0, "migrate");
        await RunAsync(database, 0, "keys", "make-file", closing);
        await using var provider = await TestProvider.StartAsync(database, ("Keys:FilePath", closing));
        await provider.RegisterAsync(Client.Registration);
        await provider.ConsentAsync(await provider.CreateAccountAsync(), Client.Registration);
        return database;
    }

    private Task<string[]> RunAsync(int expected, params string[] verb) => RunAsync(_database, expected, verb);

    private static async Task<string[]> RunAsync(TestDatabase database, int expected, params string[] verb)
    {
        var (exit, output, error) = await Web.Program.RunAsync([.. verb, "--environment=Development", $"--Storage:Path={database.File}", "--Logging:LogLevel:Default=Warning"]);
        Assert.True(exit == expected, string.Join('\n', [.. output, .. error]));
        return output;
    }

    private string Named(string file) => $"--Keys:FilePath={At(file)}";

    private string At(string file) => At(_database, file);

    private static string At(TestDatabase database, string file) => Path.Combine(Path.GetDirectoryName(database.File)!, file); // The file has a folder.
}
