using System.Text.RegularExpressions;
using Identity.Domain.Accounts;
using Identity.Domain.Audit;
using Identity.Domain.Letters;
using Identity.Domain.Sessions;
using Identity.Domain.Sessions.Trust;
using Identity.Domain.Storage;
using Identity.Domain.Support;
using Identity.Domain.Support.Lookup;
using Identity.Domain.Support.Staff;
using Identity.Domain.Support.Verification;
using Identity.Testing;
using Identity.Tests.Domain.Accounts;

namespace Identity.Tests.Domain.Support;

/// <summary>Alice has an e-mail and a postal address, held for a month, and cannot sign in: a code comes by post, and she calls again.</summary>
public abstract class CallerLetterTests(StorageProvider provider) : ActingTest(provider)
{
    private CallerLetters Letters => Domain.Get<CallerLetters>();

    [Fact]
    public async Task Asked_for_in_one_look_it_passes_in_a_later_one()
    {
        var code = await PostedAsync();
        Domain.Clock.Advance(AccountLookup.Open);
        var look = await AgainAsync();
        var number = await BeginAsync(look, CheckKind.LetterCode);

        Assert.True(await Letters.AnswerAsync(number, code, Cancellation));

        Assert.Equal([(CheckKind.EmailCode, false), (CheckKind.LetterCode, true)], (await PlanAsync(look)).Checks);
        Assert.False((await PlanAsync(look)).IsMet);
        Assert.False(await Letters.AnswerAsync(number, code, Cancellation));
        Assert.Contains(await HistoryAsync(AuditSubject.Account(Alice)), entry => entry.Event == AuditEvents.CallerConfirmed);
    }

    [Fact]
    public async Task Without_the_right_number_the_code_passes_nothing_and_is_not_used_up()
    {
        var code = await PostedAsync();
        var look = await AgainAsync();
        var number = await BeginAsync(look, CheckKind.LetterCode);

        Assert.False(await Letters.AnswerAsync(number == "000000" ? "000001" : "000000", code, Cancellation));
        Assert.False(await Letters.AnswerAsync(await BeginAsync(look, CheckKind.EmailCode), code, Cancellation));
        Assert.True(await Letters.AnswerAsync(number, code, Cancellation));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("123456")]
    [InlineData("BCDFG-HJKMN")]
    public async Task Another_code_does_not_pass(string? code)
    {
        await PostedAsync();
        var number = await BeginAsync(await AgainAsync(), CheckKind.LetterCode);

        Assert.False(await Letters.AnswerAsync(number, code, Cancellation));
    }

    [Fact]
    public async Task A_code_that_came_for_another_purpose_does_not_pass()
    {
        await MonthAsync();
        await Domain.Get<LetterCodes>().SendAsync(Alice, "recovery", Cancellation);
        var code = await CodeAsync();
        var number = await BeginAsync(await AgainAsync(), CheckKind.LetterCode);

        Assert.False(await Letters.AnswerAsync(number, code, Cancellation));
    }

    [Fact]
    public async Task After_a_month_the_code_is_too_old()
    {
        var code = await PostedAsync();
        await Domain.Database.WriteAsync(write => write.ExecuteAsync(Age, ("now", Domain.Clock.GetUtcNow().ToUnixTimeMilliseconds())), Cancellation);
        var number = await BeginAsync(await AgainAsync(), CheckKind.LetterCode);

        Assert.False(await Letters.AnswerAsync(number, code, Cancellation));
    }

    [Fact]
    public async Task An_address_that_was_changed_lately_is_none_and_no_letter_is_posted()
    {
        await MonthAsync();
        var session = (await Domain.Get<SessionStore>().StartAsync(Alice, ProofMethod.Password, null, Cancellation)).Session;
        Assert.True(await Domain.Get<LetterAddresses>().ChangeAsync(session, Alice, PostalAddress.FromJson(Address)!, Cancellation)); // Written above.

        var look = await AgainAsync();

        Assert.Empty((await PlanAsync(look)).Checks);
        Assert.Null(await Letters.PostAsync(await Staff.SessionAsync(Agent), look, cannotSignIn: true, Cancellation));
    }

    [Fact]
    public async Task Two_letters_a_month_are_enough()
    {
        await PostedAsync();
        var look = await AgainAsync();
        Assert.IsType<LetterSendOutcome.Sent>(await Letters.PostAsync(await Staff.SessionAsync(Agent), look, cannotSignIn: true, Cancellation));

        Assert.IsType<LetterSendOutcome.TooManySent>(await Letters.PostAsync(await Staff.SessionAsync(Agent), look, cannotSignIn: true, Cancellation));
    }

    private const string Address = """{"street_address":"1 High Street","locality":"Cardiff","postal_code":"CF10 1AA"}""";

    private static readonly Statement SetAddress = new("test.set-address", "UPDATE accounts SET address = @address, created_at = @then WHERE id = @account");

    private static readonly Statement Age = new("test.age-letters", "UPDATE letter_codes SET expires_at = @now");

    /// <summary>Her addresses have been hers for a month.</summary>
    private async Task MonthAsync()
    {
        await CallAsync();
        // A month of a clock that is moved by hand is a million ticks of the workers.
        await Domain.Database.WriteAsync(write => write.ExecuteAsync(SetAddress, ("account", Alice), ("address", Address),
            ("then", (Domain.Clock.GetUtcNow() - CheckPolicy.Held).ToUnixTimeMilliseconds())), Cancellation);
    }

    private async Task<string> PostedAsync()
    {
        await MonthAsync();
        Assert.IsType<LetterSendOutcome.Sent>(await Letters.PostAsync(await Staff.SessionAsync(Agent), await LookAsync(Agent), cannotSignIn: true, Cancellation));
        return await CodeAsync();
    }

    private async Task<string> CodeAsync() => Regex.Match(await MailAsync(LetterMessages.Code), "[0-9A-Z]{5}-[0-9A-Z]{5}").Value;

    private async Task<Guid> AgainAsync()
    {
        Agent = await Staff.ReturnAsync(Agent);
        return await LookAsync(Agent);
    }

    private async Task<string?> BeginAsync(Guid look, CheckKind kind) => await Checks.BeginAsync(await Staff.SessionAsync(Agent), look, kind, cannotSignIn: true, Cancellation);

    private async Task<CallerPlan> PlanAsync(Guid look) =>
        await Checks.PlanAsync(await Staff.SessionAsync(Agent), look, cannotSignIn: true, Cancellation) ?? throw new InvalidOperationException("The look is over.");
}

public sealed class SqliteCallerLetterTests() : CallerLetterTests(StorageProvider.Sqlite);

public sealed class PostgresCallerLetterTests() : CallerLetterTests(StorageProvider.Postgres);
