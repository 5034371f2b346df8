using Identity.Domain.Storage;

namespace Identity.Domain.Notifications.Senders;

/// <summary>Keeps mail for the mailbox page of Development.</summary>
internal sealed class MailboxSender(IDatabase database, TimeProvider clock) : IMessageSender
{
    public MessageChannel Channel => MessageChannel.Email;

    public Task SendAsync(string destination, RenderedMessage message, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return database.WriteAsync(write => write.ExecuteAsync(Mailbox.Insert,
            ("id", Guid.CreateVersion7(now)), ("destination", destination), ("subject", message.Subject), ("body", message.Body),
            ("now", now.ToUnixTimeMilliseconds())), cancellationToken);
    }
}
