using System.Collections.Concurrent;
using System.Net;
using Identity.Domain.Audit;
using Identity.Domain.Storage;
using Identity.Testing;

namespace Identity.Tests.Nodes;

/// <summary>
/// One of two nodes, each a process of its own, is killed with SIGKILL while it serves. Whatever it had acknowledged works
/// at the other: every session, every code, every refresh token, and every revocation.
/// </summary>
public sealed class NodeLossTests
{
    private const int Workers = 4;
    private const int Enough = 24;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private readonly TestClient _client = new(TestClient.Appointments);
    private readonly ConcurrentQueue<CookieContainer> _sessions = new();
    private readonly ConcurrentQueue<string> _codes = new();
    private readonly ConcurrentQueue<string> _alive = new();
    private readonly ConcurrentQueue<string> _revoked = new();

    [Fact]
    public async Task What_a_killed_node_acknowledged_works_at_the_other()
    {
        await using var database = await TestDatabase.CreateAsync(StorageProvider.Postgres);
        await PrepareAsync(database);
        await using var lost = await ProviderProcess.StartAsync(database, Cancellation);
        await using var left = await lost.AnotherAsync(database, Cancellation);

        var workers = Enumerable.Range(0, Workers).Select(worker => WorkUntilKilledAsync(lost, worker)).ToList();
        while (_alive.Count + _revoked.Count + _codes.Count < Enough && !workers.Any(worker => worker.IsFaulted))
            await Task.Delay(TimeSpan.FromMilliseconds(20), Cancellation);
        await lost.KillAsync();
        await Task.WhenAll(workers);

        using var http = left.Backchannel();
        foreach (var code in _codes)
            Assert.Equal(200, (await _client.ExchangeAsync(http, code)).Status);
        foreach (var token in _alive)
            Assert.Equal(200, (await _client.RefreshAsync(http, token)).Status);
        foreach (var token in _revoked)
            Assert.Equal("invalid_grant", (await _client.RefreshAsync(http, token)).Error);
        foreach (var cookies in _sessions)
            Assert.Contains("code=", (await OpenAsync(left, cookies)).Address.Query, StringComparison.Ordinal);
        Assert.Equal(Workers, _sessions.Count);

        await left.KillAsync();
        await using var domain = await TestDomain.StartAsync(StorageProvider.Postgres, database);
        Assert.Empty((await domain.Get<AuditVerifier>().VerifyAsync(Cancellation)).Faults);
    }

    private async Task PrepareAsync(TestDatabase database)
    {
        await using var provider = await TestProvider.StartAsync(database);
        await provider.RegisterAsync(_client.Registration);
        for (var worker = 0; worker < Workers; worker++)
            await provider.ConsentAsync(await provider.CreateAccountAsync($"citizen-{worker}@example.test"), _client.Registration);
    }

    private async Task WorkUntilKilledAsync(ProviderProcess node, int worker)
    {
        try
        {
            using var browser = node.Browser();
            using var http = node.Backchannel();
            var email = await browser.OpenAsync("sign-in");
            await browser.SubmitAsync(await browser.SubmitAsync(email, ("Email", $"citizen-{worker}@example.test")), ("Password", TestProvider.Password));
            _sessions.Enqueue(browser.Cookies);
            for (var round = 0; ; round++)
                await ShareAsync(browser, http, round);
        }
        catch (HttpRequestException)
        {
            // The kill came in the middle of this one: nothing was acknowledged, nothing is promised.
        }
    }

    private async Task ShareAsync(TestBrowser browser, HttpClient http, int round)
    {
        var back = await browser.OpenAsync(_client.AuthorizeUrl(("scope", "openid profile email offline_access")));
        var code = System.Web.HttpUtility.ParseQueryString(back.Address.Query)["code"] ?? throw new InvalidOperationException($"It ended at {back.Address}.");
        if (round % 3 == 2)
        {
            _codes.Enqueue(code);
            return;
        }

        var tokens = await _client.ExchangeAsync(http, code);
        if (round % 3 == 1)
        {
            await _client.PostAsync(http, "revoke", new() { ["token"] = tokens["refresh_token"]! }); // It was asked for.
            _revoked.Enqueue(tokens["refresh_token"]!); // As above.
        }
        else
        {
            _alive.Enqueue(tokens["refresh_token"]!); // As above.
        }
    }

    private async Task<Page> OpenAsync(ProviderProcess node, CookieContainer cookies)
    {
        using var browser = node.Browser();
        browser.Cookies.Add(cookies.GetCookies(node.Issuer));
        return await browser.OpenAsync(_client.AuthorizeUrl());
    }
}
