using Identity.Domain.Storage;

namespace Identity.Domain.Notifications.Senders;

/// <summary>Keeps what would travel by one channel for the mailbox page of Development.</summary>
internal sealed class MailboxSender(MessageChannel channel, IDatabase database, TimeProvider clock) : IMessageSender
{
    public MessageChannel Channel => channel;

    public Task SendAsync(string destination, RenderedMessage message, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return database.WriteAsync(write => write.ExecuteAsync(Mailbox.Insert,
            ("id", Guid.CreateVersion7(now)), ("channel", (int)channel), ("destination", destination), ("subject", message.Subject), ("body", message.Body),
            ("now", now.ToUnixTimeMilliseconds())), cancellationToken);
    }
}
