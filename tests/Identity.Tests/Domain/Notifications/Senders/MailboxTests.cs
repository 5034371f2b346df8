using Identity.Domain.Notifications;
using Identity.Domain.Notifications.Senders;
using Identity.Domain.Storage;

namespace Identity.Tests.Domain.Notifications.Senders;

public abstract class MailboxTests(StorageProvider provider) : OnBothDatabases(provider)
{
    [Fact]
    public async Task Development_keeps_mail_to_be_read_newest_first()
    {
        var sender = Domain.GetAll<IMessageSender>().Single(sender => sender.Channel is MessageChannel.Email);
        await sender.SendAsync("alice@example.test", new("First", "One\nTwo"), Cancellation);
        Domain.Clock.Advance(TimeSpan.FromMinutes(1));
        await sender.SendAsync("bob@example.test", new("Second", "Three"), Cancellation);

        var mails = await Domain.Get<Mailbox>().ListAsync(Cancellation);

        Assert.Equal(["Second", "First"], mails.Select(mail => mail.Subject));
        Assert.Equal(("bob@example.test", "Three", Domain.Clock.GetUtcNow()), (mails[0].Destination, mails[0].Body, mails[0].SentAt));
        Assert.Equal(mails[1], await Domain.Get<Mailbox>().FindAsync(mails[1].Id, Cancellation));
        Assert.Null(await Domain.Get<Mailbox>().FindAsync(Guid.Empty, Cancellation));
    }

    public sealed class OnSqlite() : MailboxTests(StorageProvider.Sqlite);

    public sealed class OnPostgres() : MailboxTests(StorageProvider.Postgres);
}
