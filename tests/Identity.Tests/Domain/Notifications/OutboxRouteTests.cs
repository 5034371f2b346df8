using Identity.Domain.Audit;
using Identity.Domain.Contacts;
using Identity.Domain.Notifications;
using Identity.Domain.Notifications.Senders;
using Identity.Domain.Storage;
using Identity.Testing;
using Identity.Tests.Domain.Accounts;
using Identity.Tests.Domain.Notifications.Gateway;

namespace Identity.Tests.Domain.Notifications;

/// <summary>What a gateway does not take, or loses, goes another way.</summary>
public sealed class OutboxRouteTests : IAsyncLifetime
{
    private const string Number = "+447400123123";
    private const string Email = "alice@example.test";

    private FakeGateway _gateway = null!; // Both are started before each test.
    private TestDomain _domain = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _gateway = await FakeGateway.StartAsync();
        _domain = await TestDomain.StartAsync(StorageProvider.Sqlite, settings:
            [("Texts:Address", _gateway.Address), ("Texts:Key", "key"), ("Texts:ReceiptSecret", new string('s', 32))]);
    }

    public async ValueTask DisposeAsync()
    {
        await _domain.DisposeAsync();
        await _gateway.DisposeAsync();
    }

    [Fact]
    public async Task What_the_gateway_refuses_goes_the_next_way_at_once()
    {
        _gateway.Status = System.Net.HttpStatusCode.BadRequest;

        await SendAsync();

        Assert.Equal((MessageChannel.Email, Email), await ArrivedAsync());
    }

    [Fact]
    public async Task A_gateway_that_is_down_is_tried_again_and_then_passed_by()
    {
        _gateway.Status = System.Net.HttpStatusCode.ServiceUnavailable;

        await SendAsync();
        await RequestsAsync(1);
        Assert.Empty(await _domain.Get<Mailbox>().ListAsync(Cancellation));

        // Whenever the worker has come to wait for its next look.
        var arrived = await PollAsync(() =>
        {
            _domain.Clock.Advance(TimeSpan.FromSeconds(5));
            return _domain.Get<Mailbox>().ListAsync(Cancellation);
        }, messages => messages.Count > 0);
        Assert.Equal((MessageChannel.Email, Email), (arrived[0].Channel, arrived[0].Destination));
    }

    [Fact]
    public async Task What_did_not_arrive_goes_the_next_way_once_the_gateway_says_so()
    {
        var reference = await HandedAsync();

        await TakeAsync(reference, DeliveryStatus.Failed);

        Assert.Equal((MessageChannel.Email, Email), await ArrivedAsync());
    }

    [Fact]
    public async Task What_arrived_goes_no_other_way()
    {
        var reference = await HandedAsync();

        await TakeAsync(reference, DeliveryStatus.Delivered);
        await TakeAsync(reference, DeliveryStatus.Failed);

        Assert.Equal(0, await WaitingAsync());
    }

    [Fact]
    public async Task A_receipt_for_a_message_of_nobody_changes_nothing()
    {
        await HandedAsync();

        await TakeAsync(Guid.Empty, DeliveryStatus.Failed);

        Assert.Equal(1, await WaitingAsync());
        Assert.Empty(await _domain.Get<Mailbox>().ListAsync(Cancellation));
    }

    [Fact]
    public async Task A_gateway_that_hangs_holds_up_no_mail()
    {
        _gateway.Hangs = true;

        await SendAsync(Text, Text with { Channel = MessageChannel.Email, Destination = Email });

        Assert.Equal((MessageChannel.Email, Email), await ArrivedAsync());
    }

    private static Message Text => new(MessageChannel.Text, Number, "hello", "en", new Dictionary<string, string>())
    {
        Life = TimeSpan.FromHours(1),
        Otherwise = [new(MessageChannel.Email, Email)],
    };

    private Task SendAsync() => SendAsync(Text);

    private Task SendAsync(params IReadOnlyList<Message> messages) =>
        _domain.Get<Ledger>().RecordAsync(_ => ValueTask.FromResult(0), new Recorded([], messages), Cancellation);

    private Task TakeAsync(Guid reference, DeliveryStatus status) =>
        _domain.Get<DeliveryReceipts>().TakeAsync(new(reference, MessageChannel.Text, Number, status), Cancellation);

    private async Task<(MessageChannel, string)> ArrivedAsync()
    {
        var mail = await Mailboxes.NextAsync(_domain, Cancellation);
        return (mail.Channel, mail.Destination);
    }

    private async Task<Guid> HandedAsync()
    {
        await SendAsync();
        return await PollAsync(() => _domain.Database.ReadAsync(read => read.FirstAsync(
            new Statement("test.handed", "SELECT id FROM outbox WHERE handed_at IS NOT NULL"), row => row.GetGuid(0)), Cancellation), found => found != default);
    }

    private async Task<long> WaitingAsync() => await _domain.Database.ReadAsync(read => read.FirstAsync(
        new Statement("test.waiting", "SELECT COUNT(*) FROM outbox"), row => row.GetInt64(0)), Cancellation);

    private Task<int> RequestsAsync(int count) => PollAsync(() => Task.FromResult(_gateway.Requests.Count), found => found >= count);

    private static async Task<T> PollAsync<T>(Func<Task<T>> look, Func<T, bool> seen)
    {
        for (var tries = 0; tries < 500; tries++)
        {
            if (await look() is var found && seen(found))
                return found;
            await Task.Delay(TimeSpan.FromMilliseconds(20), Cancellation);
        }

        throw new TimeoutException("It did not come about within ten seconds.");
    }
}
