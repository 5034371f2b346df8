using Identity.Domain.Audit;
using Identity.Domain.BackChannelLogout;
using Identity.Domain.Storage;
using Identity.Testing;
using Microsoft.Extensions.Hosting;

namespace Identity.Tests.Domain.BackChannelLogout;

/// <summary>What waits is tried by one node at a time, settled once, and written down.</summary>
[Spec("OpenID Connect Back-Channel Logout 1.0", "2.5")]
public abstract class LogoutDeliveryTests(StorageProvider provider) : LogoutTest(provider)
{
    [Fact]
    public async Task What_is_leased_carries_the_session_the_subject_of_this_client_and_the_end_of_its_day()
    {
        await EndedAsync();

        var delivery = Assert.Single(await LeaseAsync(), delivery => delivery.ClientId == "records");

        Assert.Equal(new LogoutDelivery(Laptop.Id, "records", Alice, "subject-at-records", Domain.Clock.GetUtcNow().AddDays(1), 0), delivery);
    }

    [Fact]
    public async Task Two_nodes_that_look_at_once_never_lease_the_same()
    {
        await EndedAsync();
        await using var other = await Domain.AnotherAsync();
        var stores = new[] { Deliveries, other.Get<LogoutDeliveries>() };

        var leased = await Task.WhenAll(Enumerable.Range(0, 16).Select(turn => stores[turn % 2].LeaseAsync([], Cancellation)));

        Assert.Equal([LaptopAppointments, LaptopRecords], leased.SelectMany(rows => rows).Select(row => (row.Session, row.ClientId)).Order());
    }

    [Fact]
    public async Task What_a_node_leased_and_died_over_is_due_again_when_the_lease_is_over()
    {
        await EndedAsync();
        Assert.Equal(2, (await LeaseAsync()).Count);
        Assert.Empty(await LeaseAsync());

        Domain.Clock.Advance(LogoutDeliveries.LeaseLife);

        Assert.Equal(2, (await LeaseAsync()).Count);
    }

    [Fact]
    public async Task A_client_that_is_being_asked_is_left_out_and_others_are_not()
    {
        await EndedAsync();

        Assert.Equal("records", Assert.Single(await LeaseAsync("appointments", "else")).ClientId);
    }

    [Fact]
    public async Task A_client_whose_name_begins_like_a_busy_one_is_not_left_out()
    {
        await EndedAsync();

        Assert.Equal(2, (await LeaseAsync("record", "appointments-two")).Count);
    }

    [Fact]
    public async Task Who_answered_is_never_asked_again_and_the_receipt_and_the_audit_say_so()
    {
        await EndedAsync();
        var told = (await LeaseAsync()).Single(delivery => delivery.ClientId == "records");

        await Deliveries.RecordAsync(told, new LogoutAnswer.Took(200), Cancellation);
        await Deliveries.RecordAsync(told, new LogoutAnswer.Took(200), Cancellation);

        Domain.Clock.Advance(TimeSpan.FromHours(1));
        Assert.DoesNotContain(await LeaseAsync(), delivery => delivery.ClientId == "records");
        var receipt = Assert.Single(await Deliveries.ReceiptsAsync(Alice, Cancellation), receipt => receipt.ClientId == "records");
        Assert.Equal((LogoutEnding.Told, 200, null, 0), (receipt.Ending, receipt.Status, receipt.Error, receipt.Attempts));
        var entry = Assert.Single(await EventsAsync(AuditEvents.LogoutTold));
        Assert.Equal(("records", Laptop.Id.ToString("D"), "200"), (entry.Detail("client"), entry.Detail("session"), entry.Detail("status")));
        Assert.Empty((await Domain.Get<AuditVerifier>().VerifyAsync(Cancellation)).Faults);
    }

    [Fact]
    [Spec("OpenID Connect Back-Channel Logout 1.0", "2.8")]
    public async Task A_refusal_is_final_and_keeps_the_error()
    {
        await EndedAsync();
        var refused = (await LeaseAsync())[0];

        await Deliveries.RecordAsync(refused, new LogoutAnswer.Refused(400, "invalid_request"), Cancellation);

        Domain.Clock.Advance(TimeSpan.FromHours(1));
        Assert.DoesNotContain(refused.ClientId, (await LeaseAsync()).Select(delivery => delivery.ClientId));
        var receipt = Assert.Single(await Deliveries.ReceiptsAsync(Alice, Cancellation), receipt => receipt.ClientId == refused.ClientId);
        Assert.Equal((LogoutEnding.Refused, 400, "invalid_request"), (receipt.Ending, receipt.Status, receipt.Error));
        Assert.Equal("invalid_request", Assert.Single(await EventsAsync(AuditEvents.LogoutRefused)).Detail("error"));
    }

    [Fact]
    public async Task Each_failure_doubles_the_wait_up_to_an_hour_and_after_a_day_it_is_given_up()
    {
        await EndedAsync();
        var (waits, ended) = (new List<TimeSpan>(), Domain.Clock.GetUtcNow());
        var row = (await LeaseAsync()).Single(delivery => delivery.ClientId == "records");
        while (!Deliveries.IsOver(row))
        {
            await Deliveries.RecordAsync(row, new LogoutAnswer.Failed(500, "status"), Cancellation);
            var failed = Domain.Clock.GetUtcNow();
            row = await NextAsync("records");
            waits.Add(Domain.Clock.GetUtcNow() - failed);
        }

        Assert.Equal([10, 20, 40, 80, 160, 320, 640, 1280, 2560, 3600], waits.Take(10).Select(wait => (int)wait.TotalSeconds));
        Assert.InRange(waits.Count, 20, 40);
        Assert.Equal(ended.AddDays(1), Domain.Clock.GetUtcNow());
        await Deliveries.GiveUpAsync(row, Cancellation);
        var receipt = Assert.Single(await Deliveries.ReceiptsAsync(Alice, Cancellation), receipt => receipt.ClientId == "records");
        Assert.Equal((LogoutEnding.GivenUp, 500, "status", waits.Count), (receipt.Ending, receipt.Status, receipt.Error, receipt.Attempts));
        Assert.Equal("500", Assert.Single(await EventsAsync(AuditEvents.LogoutGivenUp)).Detail("status"));
    }

    [Fact]
    public async Task Who_failed_is_left_alone_for_a_moment_and_others_are_not()
    {
        await ShareAsync();
        await Sessions.EndAsync(Laptop, Cancellation);
        await Sessions.EndAsync(Telephone, Cancellation);
        var leased = await LeaseAsync("records");
        Assert.Equal(2, leased.Count);

        await Deliveries.RecordAsync(leased[0], new LogoutAnswer.Failed(null, "timeout"), Cancellation);
        await Deliveries.RestAsync("appointments", [leased[1]], Cancellation);

        Assert.Equal("records", Assert.Single(await LeaseAsync()).ClientId);
        Domain.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal([0, 1], (await LeaseAsync()).Where(row => row.ClientId == "appointments").Select(row => row.Attempts).Order());
    }

    [Fact]
    public async Task Receipts_go_a_day_after_their_time_is_over()
    {
        await EndedAsync();
        var pruner = Domain.GetAll<IHostedService>().OfType<Pruner>().Single();
        Domain.Clock.Advance(TimeSpan.FromDays(2) - TimeSpan.FromSeconds(1));
        await pruner.PruneAsync(Cancellation);
        Assert.Equal(2, (await RowsAsync()).Count);

        Domain.Clock.Advance(TimeSpan.FromSeconds(2));
        await pruner.PruneAsync(Cancellation);

        Assert.Empty(await RowsAsync());
    }

    private async Task EndedAsync()
    {
        await ShareAsync();
        await Sessions.EndAsync(Laptop, Cancellation);
    }

    private Task<IReadOnlyList<LogoutDelivery>> LeaseAsync(params string[] busy) => Deliveries.LeaseAsync(busy, Cancellation);

    /// <summary>Moves the clock until a client is due.</summary>
    private async Task<LogoutDelivery> NextAsync(string client)
    {
        for (var seconds = 0; seconds <= 3600; seconds += 10)
        {
            if ((await LeaseAsync("appointments")).SingleOrDefault(delivery => delivery.ClientId == client) is { } due)
                return due;
            Domain.Clock.Advance(TimeSpan.FromSeconds(10));
        }

        throw new InvalidOperationException("It is never due.");
    }

    private async Task<IReadOnlyList<AuditedEvent>> EventsAsync(string name) => await Domain.Get<AuditHistory>().ListAsync(AuditSubject.Account(Alice), name, Cancellation);
}

public sealed class SqliteLogoutDeliveryTests() : LogoutDeliveryTests(StorageProvider.Sqlite);

public sealed class PostgresLogoutDeliveryTests() : LogoutDeliveryTests(StorageProvider.Postgres);
