using Identity.Domain.BackChannelLogout;
using Identity.Domain.Storage;
using Identity.Protocol.BackChannelLogout;
using Identity.Testing;
using Identity.Tests.Protocol.Outgoing;

namespace Identity.Tests.Protocol.BackChannelLogout;

/// <summary>Who is told, when, and by which node.</summary>
[Spec("OpenID Connect Back-Channel Logout 1.0", "2.3")]
public sealed class LogoutSenderTests : LogoutScene
{
    [Fact]
    public async Task Signing_out_at_one_application_tells_every_other_one()
    {
        var (one, tokens) = await SignedInAsync("one");
        var (other, _) = await SignedInAsync("other");
        await using var _1 = one;
        await using var _2 = other;

        using var response = await Browser.GetAsync($"end-session?id_token_hint={tokens["id_token"]}");
        await SendAsync();

        await one.NextAsync();
        await other.NextAsync();
        Assert.All(await ReceiptsAsync(), receipt => Assert.Equal(LogoutEnding.Told, receipt.Ending));
    }

    [Fact]
    public async Task Who_has_no_logout_address_is_told_nothing()
    {
        await TokensAsync();

        await SignOutAsync();
        await SendAsync();

        Assert.Empty(await ReceiptsAsync());
    }

    [Fact]
    public async Task The_worker_sends_by_itself_within_a_second()
    {
        var (told, _) = await SignedInAsync();
        await using var _2 = told;
        await SignOutAsync();

        await Worker.StartAsync(TestContext.Current.CancellationToken);
        for (var tries = 0; tries < 500 && told.Count == 0; tries++)
        {
            Provider.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        Assert.Equal(1, told.Count);
    }

    [Fact]
    public async Task Nobody_waits_for_one_who_hangs()
    {
        var hung = new TaskCompletionSource();
        var (slow, _) = await SignedInAsync("slow", _ => hung.Task);
        await using var _1 = slow;
        await SignOutAsync();
        var sending = SendAsync();
        await slow.NextAsync();

        await Provider.SignInAsync(Browser, Alice);
        var (quick, _) = await SignedInAsync("quick");
        await using var _2 = quick;
        await SignOutAsync();
        Assert.True(await Sender.BeginAsync(TestContext.Current.CancellationToken));
        await quick.NextAsync();

        Assert.False(sending.IsCompleted);
        hung.SetResult();
        await sending;
    }

    [Fact]
    public async Task What_waits_when_a_node_dies_is_sent_by_the_next()
    {
        var (told, _) = await SignedInAsync();
        await using var _2 = told;
        await SignOutAsync();
        // Leased, and never sent: the node is gone.
        Assert.Single(await Provider.Get<LogoutDeliveries>().LeaseAsync([], TestContext.Current.CancellationToken));

        await using var next = await Provider.AnotherAsync(settings: PartnerSite.Reachable);
        Provider.Clock.Advance(LogoutDeliveries.LeaseLife);
        await UntilToldAsync(next);

        Assert.Equal(1, told.Count);
    }

    [Fact]
    public async Task A_private_address_that_nobody_named_is_never_called()
    {
        var (told, _) = await SignedInAsync();
        await using var _2 = told;
        await using var strict = await Provider.AnotherAsync();
        await SignOutAsync();
        var sender = strict.Get<LogoutSender>();
        while (await sender.BeginAsync(TestContext.Current.CancellationToken) || sender.Turns.Any())
            await Task.WhenAll(sender.Turns);

        Assert.Equal((null, "private_address"), ((await ReceiptAsync()).Ending, (await ReceiptAsync()).Error));
        Assert.Equal(0, told.Count);
    }

    private async Task UntilToldAsync(TestProvider by)
    {
        var sender = by.Get<LogoutSender>();
        for (var tries = 0; tries < 500 && (await ReceiptAsync()).Ending is null; tries++)
        {
            await sender.BeginAsync(TestContext.Current.CancellationToken);
            await Task.WhenAll(sender.Turns);
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        Assert.Equal(LogoutEnding.Told, (await ReceiptAsync()).Ending);
    }
}

/// <summary>Two nodes over one PostgreSQL.</summary>
[Spec("OpenID Connect Back-Channel Logout 1.0", "2.5")]
public sealed class TwoNodesLogoutTests() : LogoutScene(StorageProvider.Postgres)
{
    [Fact]
    public async Task Two_nodes_that_send_at_once_tell_each_client_once()
    {
        var clients = new List<ToldClient>();
        for (var number = 0; number < 6; number++)
            clients.Add((await SignedInAsync($"client-{number}")).Told);
        await using var other = await Provider.AnotherAsync(settings: PartnerSite.Reachable);
        await SignOutAsync();

        var otherSender = other.Get<LogoutSender>();
        for (var round = 0; round < 4; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, 8).Select(turn => (turn % 2 == 0 ? Sender : otherSender).BeginAsync(TestContext.Current.CancellationToken)));
            await Task.WhenAll([.. Sender.Turns, .. otherSender.Turns]);
        }

        Assert.All(clients, client => Assert.Equal(1, client.Count));
        Assert.All(await ReceiptsAsync(), receipt => Assert.Equal(LogoutEnding.Told, receipt.Ending));
        foreach (var client in clients)
            await client.DisposeAsync();
    }
}
