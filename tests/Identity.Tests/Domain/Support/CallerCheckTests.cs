using System.Text.RegularExpressions;
using Identity.Domain.Audit;
using Identity.Domain.Storage;
using Identity.Domain.Support;
using Identity.Domain.Support.Verification;
using Identity.Tests.Domain.Accounts;

namespace Identity.Tests.Domain.Support;

/// <summary>A caller shows who they are by an act on their own screen, which nobody at support can do for them.</summary>
public abstract class CallerCheckTests(StorageProvider provider) : ActingTest(provider)
{
    [Fact]
    public async Task A_number_that_is_typed_signed_in_passes()
    {
        await CallAsync();

        await PassAsync();

        Assert.True(await IsMetAsync());
        Assert.Contains(await HistoryAsync(AuditSubject.Account(Alice)), entry => entry.Event == AuditEvents.CallerConfirmed);
    }

    [Fact]
    public async Task Typed_by_somebody_who_is_signed_in_to_another_account_it_does_not()
    {
        await CallAsync();
        var bob = await NewAccounts.CreateAsync(Domain, new(NewAccounts.Email("bob@example.test")));
        var number = await BeginAsync(CheckKind.OwnScreen);

        Assert.False(await Checks.ConfirmAsync(bob, number, Cancellation));
        Assert.False(await IsMetAsync());
    }

    [Fact]
    public async Task A_number_counts_once_and_for_ten_minutes()
    {
        await CallAsync();
        var number = await BeginAsync(CheckKind.OwnScreen);
        Assert.True(await Checks.ConfirmAsync(Alice, number, Cancellation));
        Assert.False(await Checks.ConfirmAsync(Alice, number, Cancellation));

        var late = await BeginAsync(CheckKind.OwnScreen);
        Domain.Clock.Advance(CallerChecks.Life);
        Assert.False(await Checks.ConfirmAsync(Alice, late, Cancellation));
    }

    [Fact]
    public async Task What_one_agent_was_shown_opens_nothing_to_another()
    {
        await CallAsync();
        await PassAsync();
        var look = await LookAsync(Colleague);

        Assert.False((await Checks.PlanAsync(await Staff.SessionAsync(Colleague), look, cannotSignIn: false, Cancellation))!.IsMet); // Just opened.
    }

    [Fact]
    public async Task An_agent_begins_no_check_that_the_system_has_not_chosen()
    {
        await CallAsync();

        Assert.Null(await BeginAsync(CheckKind.EmailCode));
        Assert.Null(await BeginAsync(CheckKind.PhoneCode));
    }

    [Fact]
    public async Task An_account_with_an_address_alone_is_not_opened_by_telephone()
    {
        await CallAsync();
        Domain.Clock.Advance(TimeSpan.FromDays(31));
        Agent = await Staff.ReturnAsync(Agent);

        var plan = await Checks.PlanAsync(await Staff.SessionAsync(Agent), await LookAsync(Agent), cannotSignIn: true, Cancellation);

        Assert.Empty(plan!.Checks); // Just opened.
        Assert.False(plan.IsMet);
    }

    [Fact]
    public async Task Six_checks_of_one_look_are_enough()
    {
        await CallAsync();
        for (var check = 0; check < 6; check++)
            Assert.NotNull(await BeginAsync(CheckKind.OwnScreen));

        Assert.Null(await BeginAsync(CheckKind.OwnScreen));
    }

    [Fact]
    public async Task A_code_that_was_mailed_passes_with_its_number_and_not_without()
    {
        var (number, code) = await MailedAsync();

        Assert.False(await Checks.AnswerAsync("000000" == number ? "000001" : "000000", code, Cancellation));
        Assert.True(await Checks.AnswerAsync(number, code, Cancellation));
        Assert.False(await Checks.AnswerAsync(number, code, Cancellation));
    }

    [Fact]
    public async Task After_five_wrong_codes_the_right_one_does_not_count()
    {
        var (number, code) = await MailedAsync();
        var wrong = code == "111111" ? "222222" : "111111";
        for (var tries = 0; tries < 5; tries++)
            Assert.False(await Checks.AnswerAsync(number, wrong, Cancellation));

        Assert.False(await Checks.AnswerAsync(number, code, Cancellation));
    }

    [Fact]
    public async Task The_number_alone_does_not_stand_for_a_code()
    {
        var (number, _) = await MailedAsync();

        Assert.False(await Checks.ConfirmAsync(Alice, number, Cancellation));
        Assert.False(await Checks.AnswerAsync(number, number, Cancellation));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("", "")]
    [InlineData("12345", "123456")]
    [InlineData("abcdef", "123456")]
    public async Task What_is_no_number_is_an_answer(string? number, string? code)
    {
        Assert.False(await Checks.AnswerAsync(number, code, Cancellation));
        Assert.False(await Checks.ConfirmAsync(Guid.Empty, number, Cancellation));
    }

    /// <summary>Alice, whose address and telephone have been hers for a month, cannot sign in.</summary>
    private async Task<(string Number, string Code)> MailedAsync()
    {
        await CallAsync();
        await Domain.Database.WriteAsync(write => write.ExecuteAsync(AddPhone, ("id", Guid.CreateVersion7(Domain.Clock.GetUtcNow())), ("account", Alice),
            ("now", Domain.Clock.GetUtcNow().ToUnixTimeMilliseconds())), Cancellation);
        Domain.Clock.Advance(TimeSpan.FromDays(31));
        Agent = await Staff.ReturnAsync(Agent);
        var number = await Checks.BeginAsync(await Staff.SessionAsync(Agent), await LookAsync(Agent), CheckKind.EmailCode, cannotSignIn: true, Cancellation);
        return (number!, Regex.Match(await MailAsync(SupportMessages.CallerCode), "[0-9]{6}").Value); // The system chooses it for her.
    }

    private static readonly Statement AddPhone = new("test.add-phone",
        "INSERT INTO phones (id, account_id, number, takes_texts, added_at, confirmed_at) VALUES (@id, @account, '+447700900456', TRUE, @now, @now)");

    private async Task<string?> BeginAsync(CheckKind kind) => await Checks.BeginAsync(await Staff.SessionAsync(Agent), Look, kind, cannotSignIn: false, Cancellation);

    private async Task<bool> IsMetAsync() => (await Checks.PlanAsync(await Staff.SessionAsync(Agent), Look, cannotSignIn: false, Cancellation))!.IsMet; // The look is open.
}

public sealed class SqliteCallerCheckTests() : CallerCheckTests(StorageProvider.Sqlite);

public sealed class PostgresCallerCheckTests() : CallerCheckTests(StorageProvider.Postgres);
