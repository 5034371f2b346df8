using System.Security.Cryptography;
using System.Text.Json;
using System.Threading.Channels;
using Identity.Domain.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace Identity.Domain.Notifications;

/// <summary>
/// Messages written in the transaction of the change that causes them, and sent after it: a change that did not happen
/// says nothing, and one that did is told even when the node dies. Delivery is at least once.
/// </summary>
public sealed class Outbox(IDatabase database, IDataProtectionProvider protection, OutboxMetrics metrics, TimeProvider clock)
{
    internal const string Purpose = "Identity.Outbox";

    private readonly IDataProtector _protector = protection.CreateProtector(Purpose);
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    internal async ValueTask EnqueueAsync(IStatements write, Message message)
    {
        var now = clock.GetUtcNow();
        await write.ExecuteAsync(OutboxStatements.Insert,
            ("id", Guid.CreateVersion7(now)), ("sealed", Seal(message)),
            ("due", message.DueAt(now).ToUnixTimeMilliseconds()), ("expires", (now + message.Life).ToUnixTimeMilliseconds()));
        metrics.Count(OutboxMetrics.Queued);
    }

    internal Message Open(byte[] sealedMessage) =>
        JsonSerializer.Deserialize<Message>(_protector.Unprotect(sealedMessage))
        ?? throw new InvalidOperationException("An outbox row holds no message.");

    /// <summary>By which channel a row goes next; what nobody can open counts as mail, and fails there.</summary>
    internal MessageChannel ChannelOf(byte[] sealedMessage)
    {
        try
        {
            return Open(sealedMessage).Channel;
        }
        catch (CryptographicException)
        {
            return MessageChannel.Email;
        }
    }

    /// <summary>Sends it by another way, as soon as that way may be used.</summary>
    internal async Task RerouteAsync(Guid id, Message next, CancellationToken cancellationToken)
    {
        await database.WriteAsync(write => write.ExecuteAsync(OutboxStatements.Reroute,
            ("id", id), ("sealed", Seal(next)), ("due", next.DueAt(clock.GetUtcNow()).ToUnixTimeMilliseconds())), cancellationToken);
        metrics.Count(OutboxMetrics.Rerouted);
        Wake();
    }

    /// <summary>A gateway says of a message it took that it arrived, or that it did not and the next way is due.</summary>
    internal async Task HeardAsync(Guid id, bool arrived, CancellationToken cancellationToken)
    {
        var found = await database.ReadAsync(read => read.FirstAsync(OutboxStatements.Handed, row => (byte[])row[0], ("id", id)), cancellationToken);
        if (found is null)
            return;
        if (!arrived && Open(found).Next() is { } next)
            await RerouteAsync(id, next, cancellationToken);
        else
            await database.WriteAsync(write => write.ExecuteAsync(OutboxStatements.Delete, ("id", id)), cancellationToken);
    }

    private byte[] Seal(Message message) => _protector.Protect(JsonSerializer.SerializeToUtf8Bytes(message));

    internal void Wake() => _wake.Writer.TryWrite(true);

    /// <summary>Ends when something was queued on this node, or the time is up.</summary>
    internal async Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        using var wait = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(_wake.Reader.ReadAsync(wait.Token).AsTask(), Task.Delay(atMost, clock, wait.Token));
        await wait.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }
}
