using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using System.Web;
using Identity.Domain.Audit;
using Identity.Domain.Storage;
using Identity.Testing;

namespace Identity.Tests.Web.Hosting;

/// <summary>
/// The program is killed with SIGKILL in the middle of sign-ins. Whatever it had acknowledged by then is there after the
/// restart: every account, every grant, every revocation.
/// </summary>
public abstract partial class CrashTests(StorageProvider storage)
{
    private const int Workers = 6;
    private const int Enough = 30;
    private const string Password = "marble-lantern-orchard";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private readonly TestClient _client = new(TestClient.Appointments);
    private readonly ConcurrentQueue<string> _accounts = new();
    private readonly ConcurrentQueue<string> _alive = new();
    private readonly ConcurrentQueue<string> _revoked = new();

    [Fact]
    public async Task Everything_acknowledged_before_the_kill_is_there_after_the_restart()
    {
        await using var database = await TestDatabase.CreateAsync(storage);
        await RegisterClientAsync(database);

        await using (var provider = await ProviderProcess.StartAsync(database, Cancellation))
        {
            var workers = Enumerable.Range(0, Workers).Select(worker => WorkUntilKilledAsync(provider, worker)).ToList();
            while (_alive.Count + _revoked.Count < Enough)
                await Task.Delay(TimeSpan.FromMilliseconds(20), Cancellation);
            await provider.KillAsync();
            await Task.WhenAll(workers);
        }

        await using var restarted = await ProviderProcess.StartAsync(database, Cancellation);
        using var http = restarted.Backchannel();
        foreach (var token in _alive)
            Assert.Equal(200, (await _client.RefreshAsync(http, token)).Status);
        foreach (var token in _revoked)
            Assert.Equal("invalid_grant", (await _client.RefreshAsync(http, token)).Error);
        foreach (var email in _accounts)
            Assert.Equal("/", (await SignInAsync(restarted, email)).Path);
        await restarted.KillAsync();

        await using var domain = await TestDomain.StartAsync(storage, database);
        Assert.Empty((await domain.Get<AuditVerifier>().VerifyAsync(Cancellation)).Faults);
    }

    private async Task RegisterClientAsync(TestDatabase database)
    {
        await using var provider = await TestProvider.StartAsync(database);
        await provider.RegisterAsync(_client.Registration with { Scope = "openid offline_access" });
    }

    private async Task WorkUntilKilledAsync(ProviderProcess provider, int worker)
    {
        try
        {
            for (var i = 0; ; i++)
                await CreateAndShareAsync(provider, $"citizen-{worker}-{i}@example.test", revoke: i % 2 == 1);
        }
        catch (HttpRequestException)
        {
            // The kill came in the middle of this one: nothing was acknowledged, nothing is promised.
        }
    }

    private async Task CreateAndShareAsync(ProviderProcess provider, string email, bool revoke)
    {
        using var browser = provider.Browser();
        using var http = provider.Backchannel();
        var signIn = await browser.OpenAsync(_client.AuthorizeUrl(("scope", "openid offline_access")));
        var code = await browser.SubmitAsync(await browser.OpenAsync(signIn.Path.Replace("/sign-in/", "/create/", StringComparison.Ordinal)), ("Email", email));
        var password = await browser.SubmitAsync(code, ("Code", await ReadCodeAsync(browser, email)));
        var share = await browser.SubmitAsync(password, ("Password", Password));
        Assert.StartsWith("/share/", share.Path, StringComparison.Ordinal);
        _accounts.Enqueue(email);

        var back = await browser.SubmitAsync(share, ("Decision", "agree"));
        var tokens = await _client.ExchangeAsync(http, HttpUtility.ParseQueryString(back.Address.Query)["code"]!); // It came back with one.
        if (revoke)
        {
            await _client.PostAsync(http, "revoke", new() { ["token"] = tokens["refresh_token"]! }); // As above.
            _revoked.Enqueue(tokens["refresh_token"]!);
        }
        else
        {
            _alive.Enqueue(tokens["refresh_token"]!);
        }
    }

    private static async Task<string> ReadCodeAsync(TestBrowser browser, string email)
    {
        for (var tries = 0; tries < 1000; tries++)
        {
            var mailbox = await browser.OpenAsync("dev/mailbox");
            var at = mailbox.Words.IndexOf($"To {email}", StringComparison.Ordinal);
            if (at >= 0)
                return SixDigits().Match(mailbox.Words, at).Value;
            await Task.Delay(TimeSpan.FromMilliseconds(20), Cancellation);
        }

        throw new InvalidOperationException("No code came.");
    }

    private static async Task<Page> SignInAsync(ProviderProcess provider, string email)
    {
        using var browser = provider.Browser();
        var password = await browser.SubmitAsync(await browser.OpenAsync("sign-in"), ("Email", email));
        return await browser.SubmitAsync(password, ("Password", Password));
    }

    [GeneratedRegex(@"\b\d{6}\b")]
    private static partial Regex SixDigits();

    public sealed class OnSqlite() : CrashTests(StorageProvider.Sqlite);

    public sealed class OnPostgres() : CrashTests(StorageProvider.Postgres);
}
