using System.Net;
using System.Text.RegularExpressions;
using Identity.Domain.Accounts;
using Identity.Domain.Credentials;
using Identity.Domain.Limits;
using Identity.Domain.Notifications;
using Identity.Domain.Phones;
using Identity.Domain.Storage;
using Identity.Testing;
using Identity.Tests.Domain.Accounts;

namespace Identity.Tests.Domain.Phones;

[Spec("NIST SP 800-63B", "3.1.3.2")]
public abstract partial class PhoneCodeTests(StorageProvider provider) : OnBothDatabases(provider)
{
    private static readonly PhoneNumber Mobile = new("+447400123123", TakesTexts: true);
    private static readonly PhoneNumber Landline = new("+442079460000", TakesTexts: false);
    private static readonly PhoneCodeUse Use = new(PhoneCodeUse.Add, "journey-one");
    private static readonly Network Home = Network.Of(IPAddress.Parse("192.0.2.7"));

    private PhoneCodes Codes => Domain.Get<PhoneCodes>();

    [Fact]
    public async Task The_code_in_the_text_confirms_the_number_once()
    {
        var code = await SendAsync();

        Assert.Equal(new CodeOutcome.Confirmed(), await CheckAsync(code));
        Assert.Equal(new CodeOutcome.AlreadyUsed(), await CheckAsync(code));
    }

    [Fact]
    public async Task A_landline_is_called_whatever_was_wished()
    {
        Assert.Equal(new PhoneSendOutcome.Sent(MessageChannel.Voice), await SendAsync(Landline, MessageChannel.Text));

        var call = await Mailboxes.NextAsync(Domain, Cancellation);
        Assert.Equal((MessageChannel.Voice, Landline.E164), (call.Channel, call.Destination));
    }

    [Fact]
    public async Task A_mobile_is_called_when_that_is_wished()
    {
        Assert.Equal(new PhoneSendOutcome.Sent(MessageChannel.Voice), await SendAsync(Mobile, MessageChannel.Voice));

        Assert.Equal(MessageChannel.Voice, (await Mailboxes.NextAsync(Domain, Cancellation)).Channel);
    }

    [Fact]
    public async Task Five_wrong_codes_kill_it_and_the_sixth_is_not_looked_at_even_when_it_is_right()
    {
        var code = await SendAsync();
        for (var i = 0; i < 4; i++)
            Assert.Equal(new CodeOutcome.Wrong(), await CheckAsync(Other(code)));

        Assert.Equal(new CodeOutcome.TooManyAttempts(), await CheckAsync(Other(code)));
        Assert.Equal(new CodeOutcome.TooManyAttempts(), await CheckAsync(code));
        Assert.Equal(new CodeOutcome.Confirmed(), await CheckAsync(await SendAsync()));
    }

    [Fact]
    public async Task A_code_for_another_purpose_another_journey_or_another_number_is_refused()
    {
        var code = await SendAsync();

        Assert.Equal(new CodeOutcome.Expired(), await Codes.CheckAsync(Mobile, Use with { Purpose = PhoneCodeUse.SignIn }, code, Cancellation));
        Assert.Equal(new CodeOutcome.Expired(), await Codes.CheckAsync(Mobile, Use with { Journey = "journey-two" }, code, Cancellation));
        Assert.Equal(new CodeOutcome.Expired(), await Codes.CheckAsync(Landline, Use, code, Cancellation));
        Assert.Equal(new CodeOutcome.Confirmed(), await CheckAsync(code));
    }

    [Fact]
    public async Task An_older_code_works_beside_a_newer_one_and_for_ten_minutes()
    {
        var first = await SendAsync();
        Domain.Clock.Advance(TimeSpan.FromMinutes(5));
        var second = await SendAsync();
        Domain.Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(new CodeOutcome.Wrong(), await CheckAsync(first));
        Assert.Equal(new CodeOutcome.Confirmed(), await CheckAsync(second));
    }

    [Fact]
    public async Task Five_codes_in_15_minutes_go_to_one_number_and_then_it_says_when()
    {
        var began = Domain.Clock.GetUtcNow();
        for (var i = 0; i < 5; i++)
            Assert.Equal(new PhoneSendOutcome.Sent(MessageChannel.Text), await SendAsync(Mobile, MessageChannel.Text));

        Assert.Equal(new PhoneSendOutcome.TooManySent(began.AddMinutes(15)), await SendAsync(Mobile, MessageChannel.Voice));
        Domain.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal(new PhoneSendOutcome.Sent(MessageChannel.Text), await SendAsync(Mobile, MessageChannel.Text));
    }

    [Fact]
    public async Task Ten_codes_a_day_go_to_one_number_over_all_journeys_and_more_after_midnight()
    {
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(new PhoneSendOutcome.Sent(MessageChannel.Text), await SendAsync(Mobile, MessageChannel.Text, $"journey-{i}"));
            Domain.Clock.Advance(TimeSpan.FromMinutes(15));
        }

        var midnight = new DateTimeOffset(Domain.Clock.GetUtcNow().UtcDateTime.Date.AddDays(1), TimeSpan.Zero);
        Assert.Equal(new PhoneSendOutcome.BudgetSpent(midnight), await SendAsync(Mobile, MessageChannel.Text));
        Domain.Clock.Advance(midnight - Domain.Clock.GetUtcNow());
        Assert.Equal(new PhoneSendOutcome.Sent(MessageChannel.Text), await SendAsync(Mobile, MessageChannel.Text));
    }

    [Fact]
    public async Task Numbers_in_a_row_share_one_budget_and_their_neighbours_are_none_the_poorer()
    {
        var sent = 0;
        for (var i = 0; i < 40; i++)
            sent += await SendAsync(new($"+447400123{i:D3}", TakesTexts: true), MessageChannel.Text, network: Network.Of(new IPAddress([10, (byte)i, 0, 1]))) is PhoneSendOutcome.Sent ? 1 : 0;

        Assert.Equal(30, sent);
        Assert.Equal(new PhoneSendOutcome.Sent(MessageChannel.Text), await SendAsync(new("+447400124001", TakesTexts: true), MessageChannel.Text));
    }

    [Fact]
    public async Task One_network_has_fifty_codes_sent_a_day_and_others_theirs()
    {
        var sent = 0;
        for (var i = 0; i < 60; i++)
            sent += await SendAsync(new($"+44740012{i:D2}00", TakesTexts: true), MessageChannel.Text) is PhoneSendOutcome.Sent ? 1 : 0;

        Assert.Equal(50, sent);
        Assert.IsType<PhoneSendOutcome.Sent>(await SendAsync(Landline, MessageChannel.Voice, network: Network.Of(IPAddress.Parse("198.51.100.1"))));
    }

    [Fact]
    public async Task The_table_holds_neither_code_nor_number()
    {
        await SendAsync();

        var keys = await Domain.Database.ReadAsync(read => read.ListAsync(new Statement("test.budgets", "SELECT key FROM day_budgets"), row => (byte[])row[0]), Cancellation);

        Assert.Equal(4, keys.Count);
        Assert.All(keys, key => Assert.Equal(32, key.Length));
    }

    private Task<CodeOutcome> CheckAsync(OneTimeCode code) => Codes.CheckAsync(Mobile, Use, code, Cancellation);

    private Task<PhoneSendOutcome> SendAsync(PhoneNumber number, MessageChannel wished, string journey = "journey-one", Network? network = null) =>
        Codes.SendAsync(number, wished, Use with { Journey = journey }, "en", network ?? Home, Cancellation);

    private async Task<OneTimeCode> SendAsync()
    {
        Assert.Equal(new PhoneSendOutcome.Sent(MessageChannel.Text), await SendAsync(Mobile, MessageChannel.Text));
        var text = await Mailboxes.NextAsync(Domain, Cancellation);
        Assert.Equal((MessageChannel.Text, Mobile.E164), (text.Channel, text.Destination));
        return Code(Digits().Match(text.Body).Value);
    }

    private static OneTimeCode Other(OneTimeCode code) => Code(code.Digits == "000000" ? "000001" : "000000");

    private static OneTimeCode Code(string digits) => Assert.IsType<CodeReading.Read>(OneTimeCode.Read(digits)).Code;

    [GeneratedRegex("[0-9]{6}")]
    private static partial Regex Digits();

    public sealed class OnSqlite() : PhoneCodeTests(StorageProvider.Sqlite);

    public sealed class OnPostgres() : PhoneCodeTests(StorageProvider.Postgres);
}
