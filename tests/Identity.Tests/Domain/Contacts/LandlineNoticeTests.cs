using Identity.Domain.Audit;
using Identity.Domain.Contacts;
using Identity.Domain.Notifications;
using Identity.Domain.Notifications.Senders;
using Identity.Domain.Storage;
using Identity.Testing;
using Identity.Tests.Domain.Accounts;

namespace Identity.Tests.Domain.Contacts;

/// <summary>Whoever has a landline and nothing else hears of their account too, and not at night.</summary>
public sealed class LandlineNoticeTests : IAsyncLifetime
{
    private const string Landline = "+441632960123";

    private TestDomain _domain = null!; // Started before each test.

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _domain = await TestDomain.StartAsync(StorageProvider.Sqlite);

    public ValueTask DisposeAsync() => _domain.DisposeAsync();

    [Fact]
    public async Task By_day_the_telephone_rings_at_once()
    {
        await AtAsync(14);

        await TellAsync(await AccountAsync());

        var call = await ArrivedAsync();
        Assert.Equal((MessageChannel.Voice, Landline), (call.Channel, call.Destination));
    }

    [Theory]
    [InlineData(3, 6)]
    [InlineData(22, 11)]
    public async Task At_night_it_rings_in_the_morning(int hour, int later)
    {
        await AtAsync(hour);

        await TellAsync(await AccountAsync());

        Assert.Equal(_domain.Clock.GetUtcNow().AddHours(later), await DueAsync());
    }

    [Fact]
    public async Task Whoever_reads_mail_gets_mail()
    {
        await AtAsync(14);
        var account = await NewAccounts.CreateAsync(_domain);
        await new TestCredentials(_domain.Services).AddPhoneAsync(account, Landline, takesTexts: false);

        await TellAsync(account);

        Assert.Equal(MessageChannel.Email, (await ArrivedAsync()).Channel);
    }

    [Theory]
    [InlineData(8, 9)]
    [InlineData(9, 9)]
    [InlineData(18, 18)]
    [InlineData(19, 33)]
    public void The_hours_begin_and_end_on_the_hour(int hour, int expected)
    {
        var midnight = new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

        Assert.Equal(midnight.AddHours(expected), new CallHours(9, 19).Next(midnight.AddHours(hour)));
    }

    private async Task<Guid> AccountAsync()
    {
        var account = await NewAccounts.CreateAsync(_domain);
        await _domain.Database.WriteAsync(write => write.ExecuteAsync(
            new Statement("test.no-email", "UPDATE accounts SET email = NULL, normalized_email = NULL WHERE id = @id"), ("id", account)), Cancellation);
        await new TestCredentials(_domain.Services).AddPhoneAsync(account, Landline, takesTexts: false);
        return account;
    }

    private async Task<MailboxMessage> ArrivedAsync()
    {
        for (var tries = 0; tries < 400; tries++)
        {
            // The code that confirmed the telephone may be there too.
            if ((await _domain.Get<Mailbox>().ListAsync(Cancellation)).FirstOrDefault(mail => mail.Body.Contains("account-held", StringComparison.Ordinal) || mail.Subject == "account-held") is { } mail)
                return mail;
            await Task.Delay(25, Cancellation);
        }

        throw new TimeoutException("No notice came within ten seconds.");
    }

    private Task AtAsync(int hour)
    {
        var now = _domain.Clock.GetUtcNow();
        _domain.Clock.Advance(new DateTimeOffset(now.UtcDateTime.Date.AddHours(24 + hour), TimeSpan.Zero) - now);
        return Task.CompletedTask;
    }

    private Task TellAsync(Guid account) => _domain.Get<Ledger>().RecordAsync(_ => ValueTask.FromResult(0),
        Recorded.Of(new AuditEntry(AuditSubject.Account(account), "test"), new Notice(account, "account-held")), Cancellation);

    private async Task<DateTimeOffset> DueAsync() => DateTimeOffset.FromUnixTimeMilliseconds(await _domain.Database.ReadAsync(
        read => read.FirstAsync(new Statement("test.due", "SELECT due_at FROM outbox"), row => row.GetInt64(0)), Cancellation));
}
