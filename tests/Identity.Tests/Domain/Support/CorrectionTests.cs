using System.Text.RegularExpressions;
using Identity.Domain.Accounts;
using Identity.Domain.Accounts.EmailChange;
using Identity.Domain.Audit;
using Identity.Domain.Phones;
using Identity.Domain.Storage;
using Identity.Domain.Support;
using Identity.Domain.Support.Actions;
using Identity.Domain.Support.Corrections;
using Identity.Testing;
using Identity.Tests.Domain.Accounts;

namespace Identity.Tests.Domain.Support;

/// <summary>A detail is corrected by evidence, by two people, and after a day in which its owner can stop it.</summary>
public abstract class CorrectionTests(StorageProvider provider) : ActingTest(provider)
{
    private static readonly Statement Kept = new("test.kept-corrections", "SELECT COUNT(*) FROM support_corrections");

    private static Correction Married => new(EvidenceKind.Certificate) { Name = Name("Alice", "Baker") };

    [Fact]
    public async Task A_name_is_another_after_a_day_and_its_owner_learns_that_it_is_and_not_which()
    {
        await CallAsync();
        await ApproveAsync(Colleague, await AskedAsync(SupportAction.CorrectName, correction: Married));
        Assert.Null((await ClaimsAsync()).Name);

        await CoolAsync();

        Assert.Equal("Alice Baker", (await ClaimsAsync()).Name);
        Assert.DoesNotContain("Baker", await MailAsync(SupportMessages.NameChanged), StringComparison.Ordinal);
        var written = (await Domain.Get<AuditHistory>().ListAsync(AuditSubject.Account(Alice), "", Cancellation)).SelectMany(entry => entry.Details.Values);
        Assert.DoesNotContain(written, value => value.Contains("Baker", StringComparison.Ordinal));
        Assert.Contains(written, value => value == nameof(EvidenceKind.Certificate));
        Assert.Empty((await Domain.Get<AuditVerifier>().VerifyAsync(Cancellation)).Faults);
        Assert.Equal(0, await KeptAsync());
    }

    [Fact]
    public async Task Whoever_agrees_sees_what_was_shown_and_both_values_masked()
    {
        await CallAsync();
        await AskedAsync(SupportAction.CorrectName, correction: Married);

        var drawn = Assert.Single(await Drawn.WaitingForAsync(await Staff.SessionAsync(Colleague), Cancellation));

        Assert.Equal(new DrawnCorrection(EvidenceKind.Certificate, null, "A. B."), drawn.Correction);
    }

    [Fact]
    public async Task A_date_of_birth_is_corrected_alike()
    {
        await CallAsync();
        await ApproveAsync(Colleague, await AskedAsync(SupportAction.CorrectBirthDate, correction: new(EvidenceKind.Passport) { Born = BirthDate.FromStored("1984-02-29") }));

        await CoolAsync();

        Assert.Equal("1984-02-29", (await ClaimsAsync()).BirthDate?.Iso);
        await MailAsync(SupportMessages.BirthDateChanged);
    }

    [Fact]
    public async Task Stopped_by_the_link_it_is_not_made_and_nothing_of_it_is_kept()
    {
        await CallAsync();
        await ApproveAsync(Colleague, await AskedAsync(SupportAction.CorrectName, correction: Married));
        Assert.Equal(1, await KeptAsync());

        Assert.True(await Changes.StopAsync(await TokenAsync(SupportMessages.CorrectionAsked), Cancellation));

        await CoolAsync();
        Assert.Null((await ClaimsAsync()).Name);
        Assert.Equal(0, await KeptAsync());
    }

    [Fact]
    public async Task Without_the_check_or_without_evidence_nothing_is_asked()
    {
        await CallAsync();
        Assert.IsType<ActOutcome.CallerUnknown>(await AskAsync(SupportAction.CorrectName, correction: Married));
        await PassAsync();

        Assert.IsType<ActOutcome.Nothing>(await AskAsync(SupportAction.CorrectName));
        Assert.Empty(await Drawn.WaitingForAsync(await Staff.SessionAsync(Colleague), Cancellation));
    }

    [Fact]
    public async Task An_address_is_another_once_the_caller_has_shown_to_read_it_and_a_day_is_over()
    {
        await CallAsync();
        await PassAsync();
        var correction = new Correction(EvidenceKind.CallerCheck) { Email = NewAccounts.Email("new@example.test") };
        Assert.IsType<ActOutcome.AddressUnknown>(await AskAsync(SupportAction.CorrectEmail, correction: correction));

        var number = await Checks.BeginAddressAsync(await Staff.SessionAsync(Agent), Look, correction.Email, Cancellation);
        Assert.True(await Checks.AnswerAsync(number, Regex.Match(await MailAsync(SupportMessages.CallerCode), "[0-9]{6}").Value, Cancellation));

        Assert.IsType<ActOutcome.AddressUnknown>(await AskAsync(SupportAction.CorrectEmail, correction: correction with { Email = NewAccounts.Email("another@example.test") }));
        Assert.IsType<ActOutcome.Drawn>(await AskAsync(SupportAction.CorrectEmail, correction: correction));
        await ApproveAsync(Colleague, Assert.Single(await Drawn.WaitingForAsync(await Staff.SessionAsync(Colleague), Cancellation)).Id);
        Domain.Clock.Advance(TimeSpan.FromHours(24));
        await Changes.ExecuteDueAsync(Cancellation);
        await Domain.Get<EmailChanges>().ApplyDueAsync(Cancellation);
        Assert.Equal("new@example.test", (await Domain.Get<AccountStore>().FindAsync(Alice, Cancellation))?.Email);
        await MailAsync(EmailChangeMessages.Changed);
    }

    [Fact]
    public async Task An_address_that_has_an_account_cannot_be_shown_and_its_owner_is_told()
    {
        await CallAsync();
        await PassAsync();
        await NewAccounts.CreateAsync(Domain, new(NewAccounts.Email("bob@example.test")));

        var number = await Checks.BeginAddressAsync(await Staff.SessionAsync(Agent), Look, NewAccounts.Email("bob@example.test"), Cancellation);

        Assert.NotNull(number);
        Assert.DoesNotMatch("[0-9]{6}", await MailAsync(AccountMessages.AccountExists));
        Assert.IsType<ActOutcome.AddressUnknown>(await AskAsync(SupportAction.CorrectEmail, correction: new(EvidenceKind.CallerCheck) { Email = NewAccounts.Email("bob@example.test") }));
    }

    [Fact]
    public async Task A_lost_telephone_goes_and_is_told_of_it()
    {
        await CallAsync();
        await new TestCredentials(Domain.Services).AddPhoneAsync(Alice);
        var (id, _) = Assert.Single(await Files.PhonesAsync(await Staff.SessionAsync(Agent), Look, Cancellation));
        await ApproveAsync(Colleague, await AskedAsync(SupportAction.RemovePhone, id, new(EvidenceKind.CallerCheck)));

        await CoolAsync();

        Assert.Empty(await Domain.Get<PhoneStore>().OfAsync(Alice, Cancellation));
        await MailAsync(PhoneMessages.Removed);
    }

    private static PersonName Name(string given, string family) => Assert.IsType<PersonNameReading.Read>(PersonName.Read(given, family)).Name;

    private async Task<AccountClaims> ClaimsAsync() => await Domain.Get<AccountStore>().ClaimsAsync(Alice, Cancellation) ?? throw new InvalidOperationException("Alice has gone.");

    private Task<long> KeptAsync() => Domain.Database.ReadAsync(read => read.FirstAsync(Kept, row => row.GetInt64(0)), Cancellation);
}

public sealed class SqliteCorrectionTests() : CorrectionTests(StorageProvider.Sqlite);

public sealed class PostgresCorrectionTests() : CorrectionTests(StorageProvider.Postgres);
