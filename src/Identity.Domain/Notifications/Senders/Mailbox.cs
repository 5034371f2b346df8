using System.Data.Common;
using Identity.Domain.Storage;

namespace Identity.Domain.Notifications.Senders;

/// <summary>One message in the mailbox of Development.</summary>
public sealed record MailboxMessage(Guid Id, MessageChannel Channel, string Destination, string Subject, string Body, DateTimeOffset SentAt)
{
    internal static MailboxMessage Of(DbDataReader row) => new(
        row.GetGuid(0), (MessageChannel)row.GetInt32(5), row.GetString(1), row.GetString(2), row.GetString(3), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(4)));
}

/// <summary>Reads what Development keeps instead of sending, so that every journey can be completed with nothing installed.</summary>
public sealed class Mailbox(IDatabase database)
{
    internal static readonly Statement Prune = Expiry.Batch("mailbox", "id", "sent_at");

    internal static readonly Statement Insert = new("mailbox.insert",
        "INSERT INTO mailbox (id, channel, destination, subject, body, sent_at) VALUES (@id, @channel, @destination, @subject, @body, @now)");

    private static readonly Statement List = new("mailbox.list",
        "SELECT id, destination, subject, body, sent_at, channel FROM mailbox ORDER BY sent_at DESC, id DESC LIMIT 100");

    private static readonly Statement Find = new("mailbox.find",
        "SELECT id, destination, subject, body, sent_at, channel FROM mailbox WHERE id = @id");

    /// <summary>The last hundred messages, newest first.</summary>
    public Task<IReadOnlyList<MailboxMessage>> ListAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(read => read.ListAsync(List, MailboxMessage.Of), cancellationToken);

    /// <summary>One message, or null.</summary>
    public Task<MailboxMessage?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        database.ReadAsync(read => read.FirstAsync(Find, MailboxMessage.Of, ("id", id)), cancellationToken);
}
