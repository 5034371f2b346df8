using Identity.Domain.Notifications.Senders;
using Identity.Domain.Storage;
using Identity.Testing;

namespace Identity.Tests.Domain.Accounts;

/// <summary>Reads mail as a person does: after it came.</summary>
internal static class Mailboxes
{
    private static readonly Statement Empty = new("test.empty-mailbox", "DELETE FROM mailbox");

    /// <summary>Waits for the one message on its way, and takes it out.</summary>
    public static async Task<MailboxMessage> NextAsync(TestDomain domain, CancellationToken cancellationToken)
    {
        for (var i = 0; i < 500; i++)
        {
            if (await domain.Get<Mailbox>().ListAsync(cancellationToken) is [var mail, ..])
            {
                await domain.Database.WriteAsync(write => write.ExecuteAsync(Empty), cancellationToken);
                return mail;
            }
            await Task.Delay(TimeSpan.FromMilliseconds(20), cancellationToken);
        }
        throw new TimeoutException("No message came within ten seconds.");
    }
}
