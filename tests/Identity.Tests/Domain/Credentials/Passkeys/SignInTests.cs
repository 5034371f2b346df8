using Identity.Domain.Accounts;
using Identity.Domain.Credentials.Passkeys;
using Identity.Domain.Credentials.WebAuthn;
using Identity.Domain.Storage;
using Identity.Testing;

namespace Identity.Tests.Domain.Credentials.Passkeys;

[Spec("WebAuthn 3", "7.2")]
public abstract class SignInTests(StorageProvider provider) : PasskeyTest(provider)
{
    [Theory]
    [InlineData(-7)]
    [InlineData(-8)]
    [InlineData(-35)]
    [InlineData(-36)]
    [InlineData(-257)]
    public async Task A_passkey_of_each_algorithm_signs_its_owner_in(int algorithm)
    {
        Authenticator.Algorithm = algorithm;
        var (session, passkey) = await WithPasskeyAsync();

        var signedIn = Assert.IsType<PasskeyOutcome.SignedIn>(await SignInAsync());

        Assert.Equal((session.AccountId, passkey.Id), (signedIn.AccountId, signedIn.PasskeyId));
    }

    [Fact]
    public async Task It_tells_how_it_was_done_this_time()
    {
        await WithPasskeyAsync();

        var signedIn = Assert.IsType<PasskeyOutcome.SignedIn>(await SignInAsync(answer => answer.BackedUp = false));

        Assert.Equal(new AssertionFacts
        {
            UserPresent = true,
            UserVerified = true,
            BackupEligible = true,
            BackedUp = false,
            Attested = false,
            HardwareBound = false,
            SignCount = 0,
            Aaguid = Authenticator.Aaguid,
        }, signedIn.Facts);
    }

    [Fact]
    public async Task It_takes_two_statements()
    {
        await WithPasskeyAsync();
        var request = await SignIn.BeginAsync(Here, Cancellation);
        var answer = Authenticator.Get(request.OptionsJson);
        using var statements = new StatementRecorder(Domain);

        await SignIn.TryAsync(Here, answer, Cancellation);

        Assert.Equal(["passkey-ceremonies.take-for-sign-in", "passkeys.use"], statements.Take());
    }

    [Fact]
    public async Task Forty_sign_ins_of_one_citizen_at_once_all_succeed()
    {
        await WithPasskeyAsync();
        var answers = new List<string>();
        for (var i = 0; i < 40; i++)
            answers.Add(Authenticator.Get((await SignIn.BeginAsync(Here, Cancellation)).OptionsJson));

        var outcomes = await Task.WhenAll(answers.Select(answer => SignIn.TryAsync(Here, answer, Cancellation)));

        Assert.All(outcomes, outcome => Assert.IsType<PasskeyOutcome.SignedIn>(outcome));
    }

    [Fact]
    public async Task An_answer_counts_once_though_the_counter_stays_at_zero()
    {
        await WithPasskeyAsync();
        var answer = Authenticator.Get((await SignIn.BeginAsync(Here, Cancellation)).OptionsJson);
        await SignIn.TryAsync(Here, answer, Cancellation);

        Assert.Equal(new PasskeyOutcome.Expired(), await SignIn.TryAsync(Here, answer, Cancellation));
    }

    [Fact]
    public async Task Of_one_answer_sent_forty_times_at_once_one_counts()
    {
        await WithPasskeyAsync();
        var answer = Authenticator.Get((await SignIn.BeginAsync(Here, Cancellation)).OptionsJson);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => SignIn.TryAsync(Here, answer, Cancellation)));

        Assert.Single(outcomes, outcome => outcome is PasskeyOutcome.SignedIn);
        Assert.Equal(39, outcomes.Count(outcome => outcome is PasskeyOutcome.Expired));
    }

    [Fact]
    public async Task An_answer_to_another_browser_is_over_and_leaves_that_browsers_question_open()
    {
        await WithPasskeyAsync();
        var answer = Authenticator.Get((await SignIn.BeginAsync(Here, Cancellation)).OptionsJson);

        Assert.Equal(new PasskeyOutcome.Expired(), await SignIn.TryAsync("another browser", answer, Cancellation));
        Assert.IsType<PasskeyOutcome.SignedIn>(await SignIn.TryAsync(Here, answer, Cancellation));
    }

    [Fact]
    public async Task An_answer_comes_too_late_after_ten_minutes()
    {
        await WithPasskeyAsync();
        var answer = Authenticator.Get((await SignIn.BeginAsync(Here, Cancellation)).OptionsJson);

        Domain.Clock.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal(new PasskeyOutcome.Expired(), await SignIn.TryAsync(Here, answer, Cancellation));
    }

    [Fact]
    public async Task Two_tabs_of_one_browser_each_have_their_question()
    {
        await WithPasskeyAsync();
        var first = await SignIn.BeginAsync(Here, Cancellation);
        var second = await SignIn.BeginAsync(Here, Cancellation);

        Assert.IsType<PasskeyOutcome.SignedIn>(await SignIn.TryAsync(Here, Authenticator.Get(second.OptionsJson), Cancellation));
        Assert.IsType<PasskeyOutcome.SignedIn>(await SignIn.TryAsync(Here, Authenticator.Get(first.OptionsJson), Cancellation));
    }

    [Fact]
    public async Task A_passkey_that_nobody_has_any_more_is_named_to_the_browser()
    {
        var (session, passkey) = await WithPasskeyAsync();
        await Store.RemoveAsync(session.AccountId, passkey.Id, session.Id, Cancellation);

        Assert.Equal(new PasskeyOutcome.Unknown(passkey.CredentialId), await SignInAsync());
    }

    [Fact]
    public async Task Of_a_held_account_nobody_is_signed_in()
    {
        var (session, _) = await WithPasskeyAsync();
        var account = await Domain.Get<AccountStore>().FindAsync(session.AccountId, Cancellation);
        await Domain.Get<AccountHolds>().HoldAsync(account!, HoldReason.Review, "operator:test", Cancellation); // WithPasskeyAsync created it.

        Assert.Equal(HoldReason.Review, Assert.IsType<PasskeyOutcome.Held>(await SignInAsync()).Reason);
    }

    [Fact]
    public async Task A_counter_that_rises_is_right()
    {
        Authenticator.Counts = true;
        await WithPasskeyAsync();

        Assert.IsType<PasskeyOutcome.SignedIn>(await SignInAsync());
        Assert.IsType<PasskeyOutcome.SignedIn>(await SignInAsync());
    }

    [Theory]
    [InlineData(5)]
    [InlineData(4)]
    [InlineData(0)]
    public async Task A_counter_that_stands_still_or_falls_is_refused(uint count)
    {
        Authenticator.Counter = 5;
        await WithPasskeyAsync();

        Assert.Equal(new PasskeyOutcome.Refused(WebAuthnError.CounterFell), await SignInAsync(answer => answer.SignCount = count));
    }

    [Fact]
    public async Task A_citizen_who_is_known_may_answer_without_a_user_handle_but_nobody_else_may()
    {
        var (session, _) = await WithPasskeyAsync();
        var request = await SignIn.BeginForAsync(session.AccountId, Here, Cancellation);

        Assert.IsType<PasskeyOutcome.SignedIn>(await SignIn.TryAsync(Here, Authenticator.Get(request.OptionsJson, answer => answer.UserHandle = null), Cancellation));
        Assert.Equal(new PasskeyOutcome.Refused(WebAuthnError.WrongUser), await SignInAsync(answer => answer.UserHandle = null));
    }

    [Fact]
    public async Task Another_citizens_passkey_does_not_confirm_the_one_who_is_known()
    {
        var alice = await CitizenAsync();
        await WithPasskeyAsync("bob@example.test");
        var request = await SignIn.BeginForAsync(alice.AccountId, Here, Cancellation);

        Assert.Equal(new PasskeyOutcome.Refused(WebAuthnError.WrongUser), await SignIn.TryAsync(Here, Authenticator.Get(request.OptionsJson), Cancellation));
    }
}

public sealed class SqliteSignInTests() : SignInTests(StorageProvider.Sqlite);

public sealed class PostgresSignInTests() : SignInTests(StorageProvider.Postgres);
