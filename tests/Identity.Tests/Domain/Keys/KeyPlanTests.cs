using Identity.Domain.Audit;
using Identity.Domain.Keys;
using Identity.Domain.Storage;
using Identity.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Identity.Tests.Domain.Keys;

/// <summary>The plan of the keys under clocks that are wrong, and under an operator's hand.</summary>
public abstract class KeyPlanTests(StorageProvider provider) : OnBothDatabases(provider)
{
    private static readonly AuditSubject Olive = AuditSubject.Operator("olive");

    private SigningKeyKeeper Keeper => Domain.Get<SigningKeyKeeper>();

    [Fact]
    public async Task Two_nodes_that_find_no_successor_announce_one_between_them()
    {
        var first = Signing(Domain);
        var clock = At(first.Life.SignsUntil - TimeSpan.FromDays(1));

        var nodes = await Task.WhenAll(Domain.AnotherAsync(clock), Domain.AnotherAsync(clock));

        Assert.Equal(2, await CountAsync("ES256"));
        foreach (var node in nodes)
        {
            Assert.Equal(first.Kid, Signing(node).Kid);
            await node.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_successor_announced_late_waits_and_the_old_key_signs_on()
    {
        var first = Signing(Domain);
        var late = At(first.Life.SignsUntil - TimeSpan.FromHours(1));

        await using var node = await Domain.AnotherAsync(late);

        var listed = await ListAsync(node);
        var turn = late.GetUtcNow() + TimeSpan.FromDays(2);
        Assert.Equal((KeyState.Signing, turn), (listed[0].State, listed[0].Life.SignsUntil));
        Assert.Equal((KeyState.Announced, turn), (listed[1].State, listed[1].Life.SignsFrom));
    }

    [Fact]
    public async Task After_a_year_without_any_node_new_keys_sign_at_once()
    {
        var first = Signing(Domain);

        await using var node = await Domain.AnotherAsync(At(Domain.Clock.GetUtcNow().AddYears(1)));

        Assert.NotEqual(first.Kid, Signing(node).Kid);
        Assert.Equal([KeyState.Gone, KeyState.Signing], (await ListAsync(node)).Select(key => key.State));
    }

    [Fact]
    public async Task A_clock_that_was_set_back_signs_with_the_key_that_is_known_and_makes_none()
    {
        var first = Signing(Domain);

        await using var node = await Domain.AnotherAsync(At(Domain.Clock.GetUtcNow().AddYears(-1)));

        Assert.Equal(first.Kid, Signing(node).Kid);
        Assert.Equal(1, await CountAsync("ES256"));
    }

    [Fact]
    public async Task A_key_made_by_a_clock_far_ahead_keeps_no_successor_away()
    {
        var first = Signing(Domain);
        await using (await Domain.AnotherAsync(At(Domain.Clock.GetUtcNow().AddYears(1))))
        {
        }

        await using var right = await Domain.AnotherAsync(At(first.Life.SignsUntil - TimeSpan.FromDays(1)));

        Assert.Equal(first.Kid, Signing(right).Kid);
        Assert.Contains(await ListAsync(right), key => key.State is KeyState.Announced && key.Life.SignsFrom < first.Life.SignsUntil.AddDays(2));
    }

    [Fact]
    public async Task A_successor_asked_for_signs_after_the_time_of_announcing()
    {
        var first = Signing(Domain);

        var announced = Assert.IsType<RotateOutcome.Announced>(await Keeper.RotateAsync(null, atOnce: false, Olive, Cancellation));
        var again = Assert.IsType<RotateOutcome.AlreadyAnnounced>(await Keeper.RotateAsync(null, atOnce: false, Olive, Cancellation));

        Assert.Equal(Domain.Clock.GetUtcNow() + TimeSpan.FromDays(2), announced.SignsFrom);
        Assert.Equal((announced.Kid, announced.SignsFrom), (again.Kid, again.SignsFrom));
        Assert.Equal([(first.Kid, KeyState.Signing), (announced.Kid, KeyState.Announced)], (await ListAsync(Domain)).Select(key => (key.Kid, key.State)));
        Assert.Equal(announced.SignsFrom + TimeSpan.FromDays(7), (await ListAsync(Domain))[0].Life.PublishedUntil);
    }

    [Fact]
    public async Task A_turn_at_once_takes_the_key_that_clients_have_seen_already()
    {
        var announced = Assert.IsType<RotateOutcome.Announced>(await Keeper.RotateAsync(null, atOnce: false, Olive, Cancellation));
        Domain.Clock.Advance(TimeSpan.FromHours(1));

        var turned = Assert.IsType<RotateOutcome.Turned>(await Keeper.RotateAsync(null, atOnce: true, Olive, Cancellation));

        Assert.Equal((announced.Kid, Domain.Clock.GetUtcNow() - TimeSpan.FromHours(1)), (turned.Kid, turned.AnnouncedAt));
        Assert.Equal([KeyState.Retired, KeyState.Signing], (await ListAsync(Domain)).Select(key => key.State));
    }

    [Fact]
    public async Task An_algorithm_that_no_key_is_held_for_is_said_to_be_so()
    {
        var outcome = Assert.IsType<RotateOutcome.UnknownAlgorithm>(await Keeper.RotateAsync("HS256", atOnce: true, Olive, Cancellation));

        Assert.Equal(["ES256", "RS256"], outcome.Known);
    }

    [Fact]
    public async Task A_revoked_key_is_followed_at_once_and_only_in_its_own_algorithm()
    {
        var (first, other) = (Signing(Domain), Domain.Get<SigningKeyRing>().Current.Signing[1]);

        var revoked = Assert.IsType<RevokeOutcome.Revoked>(await Keeper.RevokeAsync(first.Kid, Olive, Cancellation));
        await Domain.Get<SigningKeyRing>().LoadAsync(Cancellation);

        Assert.Equal([revoked.Successor, other.Kid], Domain.Get<SigningKeyRing>().Current.Signing.Select(key => key.Kid));
        Assert.DoesNotContain(Domain.Get<SigningKeyRing>().Current.Published, key => key.Kid == first.Kid);
        Assert.IsType<RevokeOutcome.AlreadyRevoked>(await Keeper.RevokeAsync(first.Kid, Olive, Cancellation));
    }

    [Fact]
    public async Task A_revoked_successor_is_replaced_and_the_key_whose_turn_it_is_signs_on()
    {
        var first = Signing(Domain);
        var announced = Assert.IsType<RotateOutcome.Announced>(await Keeper.RotateAsync(null, atOnce: false, Olive, Cancellation));
        Domain.Clock.Advance(TimeSpan.FromHours(40));

        Assert.Null(Assert.IsType<RevokeOutcome.Revoked>(await Keeper.RevokeAsync(announced.Kid, Olive, Cancellation)).Successor);
        await Domain.Get<SigningKeyRing>().LoadAsync(Cancellation);

        var next = Assert.Single(await ListAsync(Domain), key => key.State is KeyState.Announced);
        Assert.Equal(first.Kid, Signing(Domain).Kid);
        Assert.Equal(Domain.Clock.GetUtcNow() + TimeSpan.FromDays(2), next.Life.SignsFrom);
    }

    [Theory]
    [InlineData("no-such-key")]
    [InlineData("a-name-longer-than-any-key-could-have-0123456789-0123456789-0123456789")]
    [InlineData("")]
    public async Task A_key_that_is_not_ours_is_unknown(string kid) =>
        Assert.IsType<RevokeOutcome.Unknown>(await Keeper.RevokeAsync(kid, Olive, Cancellation));

    [Fact]
    public async Task Whatever_an_operator_does_to_a_key_is_in_the_audit()
    {
        await Keeper.RotateAsync(null, atOnce: false, Olive, Cancellation);
        await Keeper.RotateAsync(null, atOnce: true, Olive, Cancellation);
        await Domain.Get<SigningKeyRing>().LoadAsync(Cancellation);
        await Keeper.RevokeAsync(Signing(Domain).Kid, Olive, Cancellation);

        var events = await Domain.Database.ReadAsync(read => read.ListAsync(
            new Statement("test.audit", "SELECT event FROM audit_entries WHERE subject = 'operator:olive' ORDER BY seq"), row => row.GetString(0)), Cancellation);
        Assert.Equal([AuditEvents.KeyAnnounced, AuditEvents.KeyTurned, AuditEvents.KeyRevoked], events);
    }

    [Fact]
    public async Task What_a_key_sealed_before_it_was_revoked_holds_and_what_it_seals_after_does_not()
    {
        var stolen = Signing(Domain);
        await AuditAsync();
        Assert.Equal(1, await Domain.Get<AuditSealer>().SealAsync(Cancellation));
        await Keeper.RevokeAsync(stolen.Kid, Olive, Cancellation);

        // While the key is in this node's memory, which PostgreSQL may have put right at once, it seals nothing.
        var made = await Domain.Get<AuditSealer>().SealAsync(Cancellation);
        Assert.True(made == 0 || Signing(Domain).Kid != stolen.Kid, "A seal was made with a revoked key.");
        await Domain.Get<SigningKeyRing>().LoadAsync(Cancellation);
        Assert.Equal(1, made + await Domain.Get<AuditSealer>().SealAsync(Cancellation));
        Assert.Empty((await Domain.Get<AuditVerifier>().VerifyAsync(Cancellation)).Faults);

        await ForgeAsync(stolen);
        Assert.Equal([$"Seal 2: its key {stolen.Kid} had been revoked before it was made."], (await Domain.Get<AuditVerifier>().VerifyAsync(Cancellation)).Faults);
    }

    /// <summary>What a thief of the key makes, who can also write to the database: a seal that is right but for the time of its making.</summary>
    private async Task ForgeAsync(SigningKey stolen)
    {
        var seal = await Domain.Database.ReadAsync(read => read.FirstAsync(
            new Statement("test.seal", "SELECT at, root FROM audit_seals WHERE number = 2"), row => new { At = row.GetInt64(0), Root = (byte[])row[1] }), Cancellation);
        await Domain.Database.WriteAsync(write => write.ExecuteAsync(
            new Statement("test.forge", "UPDATE audit_seals SET kid = @kid, signature = @signature WHERE number = 2"),
            ("kid", stolen.Kid), ("signature", stolen.Sign(SealText.Signed(2, seal!.At, seal.Root)))), Cancellation); // It was made above.
    }

    private Task<int> AuditAsync() => Domain.Get<Ledger>().RecordAsync(
        _ => ValueTask.FromResult(0), Recorded.Of(new AuditEntry(Olive, "test")), Cancellation);

    private static SigningKey Signing(TestDomain node) => node.Get<SigningKeyRing>().Current.Signing[0];

    private static FakeTimeProvider At(DateTimeOffset time) => new(time);

    private static async Task<IReadOnlyList<ListedKey>> ListAsync(TestDomain node) =>
        [.. (await node.Get<SigningKeyList>().ListAsync(Cancellation)).Where(key => key.Algorithm == "ES256")];

    private async Task<int> CountAsync(string algorithm) =>
        (await Domain.Get<SigningKeyList>().ListAsync(Cancellation)).Count(key => key.Algorithm == algorithm);

    public sealed class OnSqlite() : KeyPlanTests(StorageProvider.Sqlite);

    public sealed class OnPostgres() : KeyPlanTests(StorageProvider.Postgres);
}
