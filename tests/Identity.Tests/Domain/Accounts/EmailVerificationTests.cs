using System.Text.RegularExpressions;
using Identity.Domain.Accounts;
using Identity.Domain.Credentials;
using Identity.Domain.Notifications.Senders;
using Identity.Domain.Storage;
using Identity.Testing;

namespace Identity.Tests.Domain.Accounts;

[Spec("NIST SP 800-63B", "3.1.3.2")]
public abstract partial class EmailVerificationTests(StorageProvider provider) : OnBothDatabases(provider)
{
    private const string Journey = "journey-one";
    private static readonly EmailAddress Alice = NewAccounts.Email();

    private EmailVerification Verification => Domain.Get<EmailVerification>();

    [Fact]
    public async Task The_code_sent_confirms_the_address_once()
    {
        var code = await SendAsync(Alice);

        Assert.Equal(new CodeOutcome.Confirmed(), await ConfirmAsync(code));
        Assert.Equal(new CodeOutcome.AlreadyUsed(), await ConfirmAsync(code));
    }

    [Fact]
    public async Task Of_one_form_posted_many_times_at_once_one_confirms()
    {
        var code = await SendAsync(Alice);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => ConfirmAsync(code)));

        Assert.Single(outcomes.OfType<CodeOutcome.Confirmed>());
        Assert.Equal(4, outcomes.OfType<CodeOutcome.AlreadyUsed>().Count());
    }

    [Fact]
    public async Task An_older_code_works_until_its_own_time_is_over()
    {
        var first = await SendAsync(Alice);
        Domain.Clock.Advance(TimeSpan.FromMinutes(10));
        var second = await SendAsync(Alice);
        Domain.Clock.Advance(TimeSpan.FromMinutes(20));

        Assert.Equal(new CodeOutcome.Wrong(), await ConfirmAsync(first));
        Assert.Equal(new CodeOutcome.Confirmed(), await ConfirmAsync(second));
    }

    [Fact]
    public async Task A_code_and_every_other_after_it_expire_in_30_minutes()
    {
        var code = await SendAsync(Alice);
        Domain.Clock.Advance(TimeSpan.FromMinutes(30));

        Assert.Equal(new CodeOutcome.Expired(), await ConfirmAsync(code));
    }

    [Fact]
    public async Task Five_wrong_codes_kill_those_sent_and_not_the_next_one()
    {
        var code = await SendAsync(Alice);
        for (var i = 0; i < 4; i++)
            Assert.Equal(new CodeOutcome.Wrong(), await ConfirmAsync(Other(code)));

        Assert.Equal(new CodeOutcome.TooManyAttempts(), await ConfirmAsync(Other(code)));
        Assert.Equal(new CodeOutcome.TooManyAttempts(), await ConfirmAsync(code));
        Assert.Equal(new CodeOutcome.Confirmed(), await ConfirmAsync(await SendAsync(Alice)));
    }

    [Fact]
    public async Task Of_many_guesses_sent_at_once_five_are_looked_at()
    {
        var code = await SendAsync(Alice);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => ConfirmAsync(Other(code))));

        Assert.Equal(4, outcomes.OfType<CodeOutcome.Wrong>().Count());
        Assert.Equal(16, outcomes.OfType<CodeOutcome.TooManyAttempts>().Count());
    }

    [Fact]
    public async Task A_code_opens_only_the_journey_and_the_address_it_was_sent_for()
    {
        var code = await SendAsync(Alice);

        Assert.Equal(new CodeOutcome.Expired(), await Verification.ConfirmAsync("another-journey", Alice, code, Cancellation));
        Assert.Equal(new CodeOutcome.Expired(), await Verification.ConfirmAsync(Journey, NewAccounts.Email("bob@example.test"), code, Cancellation));
        Assert.Equal(new CodeOutcome.Confirmed(), await Verification.ConfirmAsync(Journey, NewAccounts.Email("ALICE@example.test"), code, Cancellation));
    }

    [Fact]
    public async Task Five_codes_in_15_minutes_go_to_one_address_over_all_journeys()
    {
        var began = Domain.Clock.GetUtcNow();
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(new SendOutcome.Sent(), await Verification.SendAsync($"journey-{i}", Alice, "en", Cancellation));
            Domain.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(new SendOutcome.TooManySent(began.AddMinutes(15)), await Verification.SendAsync(Journey, NewAccounts.Email("ALICE@example.test"), "en", Cancellation));
        Assert.Equal(new SendOutcome.Sent(), await Verification.SendAsync(Journey, NewAccounts.Email("bob@example.test"), "en", Cancellation));
        Domain.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(new SendOutcome.Sent(), await Verification.SendAsync(Journey, Alice, "en", Cancellation));
    }

    [Fact]
    public async Task An_address_with_an_account_is_told_so_by_mail_and_nowhere_else()
    {
        await NewAccounts.CreateAsync(Domain, new(NewAccounts.Email("Alice@Example.Test")) { Locale = "cy" });

        Assert.Equal(new SendOutcome.Sent(), await Verification.SendAsync(Journey, Alice, "en", Cancellation));

        var mail = await Mailboxes.NextAsync(Domain, Cancellation);
        Assert.Equal((AccountMessages.AccountExists, "Alice@Example.Test", ""), (mail.Subject, mail.Destination, mail.Body));
        for (var i = 0; i < 4; i++)
            Assert.Equal(new CodeOutcome.Wrong(), await ConfirmAsync(OneTimeCode.Create()));
        Assert.Equal(new CodeOutcome.TooManyAttempts(), await ConfirmAsync(OneTimeCode.Create()));
    }

    [Fact]
    public async Task Known_or_not_an_address_costs_the_same_statements()
    {
        await NewAccounts.CreateAsync(Domain);
        using var statements = new StatementRecorder(Domain);

        await Verification.SendAsync(Journey, Alice, "en", Cancellation);
        await ConfirmAsync(OneTimeCode.Create());
        var known = statements.Take();
        var bob = NewAccounts.Email("bob@example.test");
        await Verification.SendAsync(Journey, bob, "en", Cancellation);
        await Verification.ConfirmAsync(Journey, bob, OneTimeCode.Create(), Cancellation);

        Assert.Equal(known, statements.Take());
        Assert.Equal(["contact-codes.sent-since", "accounts.find-by-email", "contact-codes.insert", "outbox.insert", "contact-codes.attempt"], known);
    }

    [Fact]
    public async Task The_table_holds_neither_code_nor_address()
    {
        var code = await SendAsync(Alice);

        var row = await Domain.Database.ReadAsync(read => read.FirstAsync(
            new Statement("test.row", "SELECT proof, destination, code_hash FROM contact_codes"),
            found => new[] { (byte[])found[0], (byte[])found[1], (byte[])found[2] }), Cancellation);

        Assert.NotNull(row);
        Assert.All(row, hash => Assert.Equal(32, hash.Length));
        Assert.NotEqual(code.Hash([], []), row[2]);
    }

    private Task<CodeOutcome> ConfirmAsync(OneTimeCode code) => Verification.ConfirmAsync(Journey, Alice, code, Cancellation);

    private async Task<OneTimeCode> SendAsync(EmailAddress email)
    {
        Assert.Equal(new SendOutcome.Sent(), await Verification.SendAsync(Journey, email, "en", Cancellation));
        var mail = await Mailboxes.NextAsync(Domain, Cancellation);
        Assert.Equal((AccountMessages.VerifyEmail, email.Spelling), (mail.Subject, mail.Destination));
        return Code(Digits().Match(mail.Body).Value);
    }

    private static OneTimeCode Other(OneTimeCode code) => Code(code.Digits == "000000" ? "000001" : "000000");

    private static OneTimeCode Code(string digits) => Assert.IsType<CodeReading.Read>(OneTimeCode.Read(digits)).Code;

    [GeneratedRegex("[0-9]{6}")]
    private static partial Regex Digits();

    public sealed class OnSqlite() : EmailVerificationTests(StorageProvider.Sqlite);

    public sealed class OnPostgres() : EmailVerificationTests(StorageProvider.Postgres);
}
