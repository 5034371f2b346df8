using Identity.Domain.Audit;
using Identity.Domain.Credentials.BackupCodes;
using Identity.Domain.Storage;
using Identity.Testing;
using Identity.Tests.Domain.Accounts;

namespace Identity.Tests.Domain.Credentials;

[Spec("NIST SP 800-63B", "3.1.2")]
public abstract class BackupCodeTests(StorageProvider provider) : OnBothDatabases(provider)
{
    private BackupCodes Codes => Domain.Get<BackupCodes>();

    [Fact]
    public async Task Ten_codes_are_made_and_the_owner_told()
    {
        var alice = await SignedInCitizen.CreateAsync(Domain);

        var list = await CreateAsync(alice);

        Assert.Equal(10, list.Count);
        Assert.Equal(new BackupCodeCount(10, Domain.Clock.GetUtcNow()), await Codes.LeftAsync(alice.Account.Id, Cancellation));
        Assert.Equal([AuditEvents.BackupCodesMade], await alice.EventsAsync());
        Assert.Equal(BackupCodeMessages.Made, (await Mailboxes.NextAsync(Domain, Cancellation)).Subject);
    }

    [Fact]
    public async Task Who_never_made_any_has_none() =>
        Assert.Equal(new BackupCodeCount(0, null), await Codes.LeftAsync((await SignedInCitizen.CreateAsync(Domain)).Account.Id, Cancellation));

    [Fact]
    public async Task A_code_is_right_once_however_it_is_typed_and_the_owner_told()
    {
        var (alice, list) = await WithCodesAsync();

        Assert.Equal(new BackupCodeOutcome.Correct(9), await TryAsync(alice, list[0]));
        Assert.Equal(new BackupCodeOutcome.AlreadyUsed(), await TryAsync(alice, list[0]));
        Assert.Equal(new BackupCodeOutcome.AlreadyUsed(), await TryAsync(alice, list[0].ToLowerInvariant().Replace('-', ' ')));
        Assert.Equal(new BackupCodeOutcome.Correct(8), await TryAsync(alice, list[1].ToLowerInvariant().Replace('-', ' ')));

        Assert.Equal([AuditEvents.BackupCodesMade, AuditEvents.BackupCodeUsed, AuditEvents.BackupCodeUsed], await alice.EventsAsync());
    }

    [Fact]
    public async Task The_message_says_how_many_are_left_and_with_three_that_they_run_low()
    {
        var (alice, list) = await WithCodesAsync();

        for (var left = 9; left >= 0; left--)
        {
            Assert.Equal(new BackupCodeOutcome.Correct(left), await TryAsync(alice, list[left]));
            var mail = await Mailboxes.NextAsync(Domain, Cancellation);
            Assert.Equal((left > 3 ? BackupCodeMessages.Used : BackupCodeMessages.RunningLow, $"[left, {left}]"), (mail.Subject, mail.Body));
        }
    }

    [Fact]
    public async Task Of_one_code_sent_many_times_at_once_one_is_right()
    {
        var (alice, list) = await WithCodesAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => TryAsync(alice, list[0])));

        Assert.Single(outcomes.OfType<BackupCodeOutcome.Correct>());
        Assert.Equal(5, outcomes.OfType<BackupCodeOutcome.AlreadyUsed>().Count());
    }

    [Fact]
    public async Task New_codes_replace_the_earlier_ones()
    {
        var (alice, before) = await WithCodesAsync();

        var after = await CreateAsync(alice);

        Assert.Equal(new BackupCodeOutcome.Wrong(), await TryAsync(alice, before[0]));
        Assert.Equal(new BackupCodeOutcome.Correct(9), await TryAsync(alice, after[0]));
    }

    [Fact]
    public async Task Two_tabs_that_make_codes_at_once_leave_ten()
    {
        var alice = await SignedInCitizen.CreateAsync(Domain);
        await using var another = await Domain.AnotherAsync();

        await Task.WhenAll(CreateAsync(alice), another.Get<BackupCodes>().CreateAsync(alice.Session, alice.Account, Cancellation));

        Assert.Equal(10, (await Codes.LeftAsync(alice.Account.Id, Cancellation)).Left);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" - ")]
    public async Task Nothing_typed_is_no_attempt(string? typed)
    {
        var (alice, _) = await WithCodesAsync();

        for (var i = 0; i < 6; i++)
            Assert.Equal(new BackupCodeOutcome.Empty(), await TryAsync(alice, typed));
    }

    [Fact]
    [Spec("NIST SP 800-63B", "3.2.2")]
    public async Task The_fifth_wrong_code_makes_the_right_one_wait()
    {
        var (alice, list) = await WithCodesAsync();
        for (var i = 0; i < 4; i++)
            Assert.Equal(new BackupCodeOutcome.Wrong(), await TryAsync(alice, i % 2 == 0 ? "no code" : BackupCode.Create().Grouped));
        var tooMany = new BackupCodeOutcome.TooManyAttempts(Domain.Clock.GetUtcNow().AddMinutes(1));

        Assert.Equal(tooMany, await TryAsync(alice, "no code"));
        Assert.Equal(tooMany, await TryAsync(alice, list[0]));
        Domain.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(new BackupCodeOutcome.Correct(9), await TryAsync(alice, list[0]));
    }

    [Fact]
    public async Task A_code_opens_only_the_account_it_was_made_for()
    {
        var (alice, list) = await WithCodesAsync();
        var bob = await SignedInCitizen.CreateAsync(Domain, "bob@example.test");

        Assert.Equal(new BackupCodeOutcome.Wrong(), await TryAsync(bob, list[0]));
        Assert.False(await Codes.RemoveAsync(bob.Session, alice.Account, Cancellation));
        Assert.Equal(new BackupCodeOutcome.Correct(9), await TryAsync(alice, list[0]));
    }

    [Fact]
    public async Task A_session_that_has_ended_changes_nothing_any_more()
    {
        var (alice, list) = await WithCodesAsync();
        await alice.SignOutAsync();

        Assert.Null(await Codes.CreateAsync(alice.Session, alice.Account, Cancellation));
        Assert.False(await Codes.RemoveAsync(alice.Session, alice.Account, Cancellation));

        Assert.Equal(new BackupCodeOutcome.Correct(9), await TryAsync(alice, list[0]));
    }

    [Fact]
    public async Task Removed_they_are_gone_and_the_owner_told()
    {
        var (alice, list) = await WithCodesAsync();

        Assert.True(await Codes.RemoveAsync(alice.Session, alice.Account, Cancellation));
        Assert.False(await Codes.RemoveAsync(alice.Session, alice.Account, Cancellation));

        Assert.Equal(new BackupCodeOutcome.Wrong(), await TryAsync(alice, list[0]));
        Assert.Equal(new BackupCodeCount(0, null), await Codes.LeftAsync(alice.Account.Id, Cancellation));
        Assert.Equal([AuditEvents.BackupCodesMade, AuditEvents.BackupCodesRemoved], await alice.EventsAsync());
        Assert.Equal(BackupCodeMessages.Removed, (await Mailboxes.NextAsync(Domain, Cancellation)).Subject);
    }

    [Fact]
    public async Task The_table_holds_hashes_that_need_a_key()
    {
        var (alice, list) = await WithCodesAsync();
        var code = BackupCode.Read(list[0])!; // Just made.

        var rows = await Domain.Database.ReadAsync(read => read.ListAsync(
            new Statement("test.rows", "SELECT code_hash FROM backup_codes"), row => (byte[])row[0]), Cancellation);

        Assert.Equal(10, rows.Count);
        Assert.All(rows, row => Assert.Equal(32, row.Length));
        Assert.DoesNotContain(code.Hash([], alice.Account.Id), rows);
    }

    private async Task<(SignedInCitizen Citizen, IReadOnlyList<string> Codes)> WithCodesAsync()
    {
        var alice = await SignedInCitizen.CreateAsync(Domain);
        var codes = await CreateAsync(alice);
        await Mailboxes.NextAsync(Domain, Cancellation);
        return (alice, codes);
    }

    private async Task<IReadOnlyList<string>> CreateAsync(SignedInCitizen citizen)
    {
        var list = await Codes.CreateAsync(citizen.Session, citizen.Account, Cancellation);
        Assert.NotNull(list);
        return [.. list.Codes.Select(code => code.Grouped)];
    }

    private Task<BackupCodeOutcome> TryAsync(SignedInCitizen citizen, string? typed) =>
        Codes.TryAsync(citizen.Account.Id, typed, SignedInCitizen.Home, Cancellation);

    public sealed class OnSqlite() : BackupCodeTests(StorageProvider.Sqlite);

    public sealed class OnPostgres() : BackupCodeTests(StorageProvider.Postgres);
}
