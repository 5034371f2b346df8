using System.Net;
using Identity.Domain.Audit;
using Identity.Domain.Credentials;
using Identity.Domain.Credentials.AuthenticatorApps;
using Identity.Domain.Limits;
using Identity.Domain.Sessions;
using Identity.Domain.Storage;
using Identity.Testing;
using Identity.Tests.Domain.Accounts;

namespace Identity.Tests.Domain.Credentials;

[Spec("RFC 6238", "5.2")]
public abstract class AuthenticatorAppTests(StorageProvider provider) : OnBothDatabases(provider)
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(30);

    private readonly AppSecret _secret = AppSecret.Create();

    private AuthenticatorApps Apps => Domain.Get<AuthenticatorApps>();

    [Fact]
    public async Task An_app_that_shows_the_right_code_is_added_and_its_owner_told()
    {
        var alice = await SignedInCitizen.CreateAsync(Domain);

        Assert.Equal(new AppEnrolmentOutcome.Added(), await AddAsync(alice, Code()));

        Assert.Equal(new AuthenticatorApp(Domain.Clock.GetUtcNow(), null), await Apps.FindAsync(alice.Account.Id, Cancellation));
        Assert.Equal([AuditEvents.AuthenticatorAppAdded], await alice.EventsAsync());
        var mail = await Mailboxes.NextAsync(Domain, Cancellation);
        Assert.Equal((AuthenticatorAppMessages.Added, alice.Account.Email), (mail.Subject, mail.Destination));
    }

    [Fact]
    public async Task Its_codes_are_right_from_the_next_one_on()
    {
        var alice = await WithAppAsync();

        Assert.Equal(new AppOutcome.AlreadyUsed(), await TryAsync(alice, Code()));
        Domain.Clock.Advance(Step);
        Assert.Equal(new AppOutcome.Correct(), await TryAsync(alice, Code()));

        Assert.Equal(Domain.Clock.GetUtcNow(), (await Apps.FindAsync(alice.Account.Id, Cancellation))?.LastUsedAt);
    }

    [Fact]
    public async Task A_code_is_taken_once_and_none_before_it_afterwards()
    {
        var alice = await WithAppAsync();
        Domain.Clock.Advance(Step * 2);
        Assert.Equal(new AppOutcome.Correct(), await TryAsync(alice, Code()));

        Assert.Equal(new AppOutcome.AlreadyUsed(), await TryAsync(alice, Code()));
        Assert.Equal(new AppOutcome.AlreadyUsed(), await TryAsync(alice, Code(steps: -1)));
        Assert.Equal(new AppOutcome.Correct(), await TryAsync(alice, Code(steps: 1)));
    }

    [Theory]
    [InlineData(-2)]
    [InlineData(2)]
    public async Task A_code_two_steps_early_or_late_is_wrong(int steps)
    {
        var alice = await WithAppAsync();
        Domain.Clock.Advance(Step * 3);

        Assert.Equal(new AppOutcome.Wrong(), await TryAsync(alice, Code(steps)));
    }

    [Fact]
    public async Task Of_one_code_sent_many_times_at_once_one_is_right()
    {
        var alice = await WithAppAsync();
        Domain.Clock.Advance(Step);
        await using var another = await Domain.AnotherAsync();
        var apps = new[] { Apps, another.Get<AuthenticatorApps>() };

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => apps[i % 2].TryAsync(alice.Account.Id, Code(), SignedInCitizen.Home, Cancellation)));

        Assert.Single(outcomes.OfType<AppOutcome.Correct>());
        Assert.Equal(7, outcomes.OfType<AppOutcome.AlreadyUsed>().Count());
    }

    [Fact]
    public async Task A_code_is_right_with_spaces_and_in_other_digits()
    {
        var alice = await WithAppAsync();
        Domain.Clock.Advance(Step);
        var spaced = Code().Insert(3, " ");
        Assert.Equal(new AppOutcome.Correct(), await TryAsync(alice, $" {spaced}\t"));

        Domain.Clock.Advance(Step);
        var arabic = string.Concat(Code().Select(digit => (char)('\u0660' + (digit - '0'))));
        Assert.Equal(new AppOutcome.Correct(), await TryAsync(alice, arabic));
    }

    [Theory]
    [InlineData(null, typeof(CodeReading.Empty))]
    [InlineData(" - ", typeof(CodeReading.Empty))]
    [InlineData("12345", typeof(CodeReading.TooShort))]
    [InlineData("1234567", typeof(CodeReading.TooLong))]
    [InlineData("12345a", typeof(CodeReading.NotDigits))]
    public async Task What_is_no_code_is_said_and_counts_as_no_attempt(string? typed, Type reading)
    {
        var alice = await WithAppAsync();
        using var statements = new StatementRecorder(Domain);

        Assert.IsType(reading, Assert.IsType<AppOutcome.Unreadable>(await TryAsync(alice, typed)).Reading);
        Assert.IsType(reading, Assert.IsType<AppEnrolmentOutcome.Unreadable>(await AddAsync(alice, typed)).Reading);

        Assert.Empty(statements.Take());
    }

    [Fact]
    [Spec("NIST SP 800-63B", "3.2.2")]
    public async Task The_fifth_wrong_code_makes_the_right_one_wait_and_passwords_do_not()
    {
        var alice = await WithAppAsync();
        Domain.Clock.Advance(Step);
        for (var i = 0; i < 4; i++)
            Assert.Equal(new AppOutcome.Wrong(), await TryAsync(alice, WrongCode()));
        var retryAt = Domain.Clock.GetUtcNow().AddMinutes(1);

        Assert.Equal(new AppOutcome.TooManyAttempts(retryAt), await TryAsync(alice, WrongCode()));
        Assert.Equal(new AppOutcome.TooManyAttempts(retryAt), await TryAsync(alice, Code()));
        Assert.IsType<LimitDecision.Allowed>(await Domain.Get<SignInLimits>().CheckAsync(new(alice.Account.Id.ToString("D"), SignedInCitizen.Home), Cancellation));
        Assert.Equal(new AppOutcome.Correct(), await Apps.TryAsync(alice.Account.Id, Code(), Network.Of(IPAddress.Parse("198.51.100.7")), Cancellation));
        Domain.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(new AppOutcome.Correct(), await TryAsync(alice, Code()));
    }

    [Fact]
    public async Task A_used_code_forgets_no_failures()
    {
        var alice = await WithAppAsync();
        for (var i = 0; i < 4; i++)
            await TryAsync(alice, WrongCode());

        Assert.Equal(new AppOutcome.AlreadyUsed(), await TryAsync(alice, Code()));

        Assert.IsType<AppOutcome.TooManyAttempts>(await TryAsync(alice, WrongCode()));
    }

    [Fact]
    public async Task Wrong_codes_add_nothing_and_are_limited_too()
    {
        var alice = await SignedInCitizen.CreateAsync(Domain);
        for (var i = 0; i < 4; i++)
            Assert.Equal(new AppEnrolmentOutcome.Wrong(), await AddAsync(alice, WrongCode()));

        Assert.IsType<AppEnrolmentOutcome.TooManyAttempts>(await AddAsync(alice, WrongCode()));
        Assert.IsType<AppEnrolmentOutcome.TooManyAttempts>(await AddAsync(alice, Code()));

        Assert.False(await Apps.HasAsync(alice.Account.Id, Cancellation));
        Assert.Empty(await alice.EventsAsync());
    }

    [Fact]
    public async Task Of_two_tabs_that_set_up_an_app_the_first_wins()
    {
        var alice = await SignedInCitizen.CreateAsync(Domain);
        var other = AppSecret.Create();

        var outcomes = await Task.WhenAll(
            AddAsync(alice, Code()),
            Apps.AddAsync(alice.Session, alice.Account, other, other.CodeAt(Domain.Clock.GetUtcNow()), SignedInCitizen.Home, Cancellation));

        Assert.Equal([new AppEnrolmentOutcome.Added(), new AppEnrolmentOutcome.AlreadyHas()], outcomes.OrderBy(outcome => outcome is AppEnrolmentOutcome.AlreadyHas));
        Assert.Equal([AuditEvents.AuthenticatorAppAdded], await alice.EventsAsync());
    }

    [Fact]
    public async Task A_session_that_has_ended_changes_nothing_any_more()
    {
        var alice = await WithAppAsync();
        var bob = await SignedInCitizen.CreateAsync(Domain, "bob@example.test");
        await alice.SignOutAsync();
        await bob.SignOutAsync();

        Assert.Equal(new AppEnrolmentOutcome.SignedOut(), await AddAsync(bob, Code()));
        Assert.False(await Apps.RemoveAsync(alice.Session, alice.Account, Cancellation));
        Assert.True(await Apps.HasAsync(alice.Account.Id, Cancellation));
    }

    [Fact]
    public async Task Nobody_changes_the_app_of_somebody_else()
    {
        var alice = await WithAppAsync();
        var bob = await SignedInCitizen.CreateAsync(Domain, "bob@example.test");
        Domain.Clock.Advance(Step);

        Assert.False(await Apps.RemoveAsync(bob.Session, alice.Account, Cancellation));
        Assert.Equal(new AppOutcome.None(), await TryAsync(bob, Code()));
        Assert.Equal(new AppOutcome.Correct(), await TryAsync(alice, Code()));
    }

    [Fact]
    public async Task Removed_it_is_gone_and_its_owner_told()
    {
        var alice = await WithAppAsync();
        await Mailboxes.NextAsync(Domain, Cancellation);

        Assert.True(await Apps.RemoveAsync(alice.Session, alice.Account, Cancellation));
        Assert.False(await Apps.RemoveAsync(alice.Session, alice.Account, Cancellation));

        Domain.Clock.Advance(Step);
        Assert.Equal(new AppOutcome.None(), await TryAsync(alice, Code()));
        Assert.Equal([AuditEvents.AuthenticatorAppAdded, AuditEvents.AuthenticatorAppRemoved], await alice.EventsAsync());
        Assert.Equal(AuthenticatorAppMessages.Removed, (await Mailboxes.NextAsync(Domain, Cancellation)).Subject);
    }

    [Fact]
    public async Task The_table_holds_no_secret_in_clear()
    {
        await WithAppAsync();

        var stored = await Domain.Database.ReadAsync(read => read.FirstAsync(
            new Statement("test.sealed", "SELECT sealed FROM authenticator_apps"), row => (byte[])row[0]), Cancellation);

        Assert.NotNull(stored);
        Assert.Equal(-1, stored.AsSpan().IndexOf(_secret.ToBytes()));
    }

    [Fact]
    public async Task A_right_code_costs_one_write()
    {
        var alice = await WithAppAsync();
        Domain.Clock.Advance(Step);
        using var statements = new StatementRecorder(Domain);

        await TryAsync(alice, Code());

        Assert.Equal(["attempt-counters.find", "authenticator-apps.find", "attempt-counters.find", "authenticator-apps.use"], statements.Take());
    }

    private async Task<SignedInCitizen> WithAppAsync()
    {
        var alice = await SignedInCitizen.CreateAsync(Domain);
        Assert.Equal(new AppEnrolmentOutcome.Added(), await AddAsync(alice, Code()));
        return alice;
    }

    private Task<AppEnrolmentOutcome> AddAsync(SignedInCitizen citizen, string? typed) =>
        Apps.AddAsync(citizen.Session, citizen.Account, _secret, typed, SignedInCitizen.Home, Cancellation);

    private Task<AppOutcome> TryAsync(SignedInCitizen citizen, string? typed) =>
        Apps.TryAsync(citizen.Account.Id, typed, SignedInCitizen.Home, Cancellation);

    private string Code(int steps = 0) => _secret.CodeAt(Domain.Clock.GetUtcNow() + Step * steps);

    /// <summary>A code of none of the steps that could be looked at.</summary>
    private string WrongCode()
    {
        var near = Enumerable.Range(-3, 7).Select(Code).ToHashSet();
        return Enumerable.Range(0, 10).Select(i => i.ToString("D6", System.Globalization.CultureInfo.InvariantCulture)).First(code => !near.Contains(code));
    }

    public sealed class OnSqlite() : AuthenticatorAppTests(StorageProvider.Sqlite);

    public sealed class OnPostgres() : AuthenticatorAppTests(StorageProvider.Postgres);
}
