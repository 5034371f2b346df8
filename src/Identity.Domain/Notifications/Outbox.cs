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
            ("id", Guid.CreateVersion7(now)), ("account", message.Account), ("sealed", Seal(message)),
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
        var message = Open(found);
        if (!arrived && message.Next() is { } next)
            await RerouteAsync(id, next, cancellationToken);
        else if (!arrived && message.Account is not null)
            await FailAsync(id, cancellationToken);
        else
            await database.WriteAsync(write => write.ExecuteAsync(OutboxStatements.Delete, ("id", id)), cancellationToken);
    }

    /// <summary>Keeps what nothing took until its time is over: its owner may ask for it, and staff may have it sent again.</summary>
    internal Task FailAsync(Guid id, CancellationToken cancellationToken) => database.WriteAsync(
        write => write.ExecuteAsync(OutboxStatements.Fail, ("id", id), ("now", clock.GetUtcNow().ToUnixTimeMilliseconds())), cancellationToken);

    /// <returns>The last messages of an account that have not left, or that nothing took.</returns>
    internal async ValueTask<IReadOnlyList<UnsentMessage>> UnsentAsync(IStatements read, Guid account)
    {
        var rows = await read.ListAsync(OutboxStatements.Unsent, row => (Id: row.GetGuid(0), Sealed: (byte[])row[1], Failed: !row.IsDBNull(2)),
            ("account", account), ("now", clock.GetUtcNow().ToUnixTimeMilliseconds()));
        return [.. rows.Select(row => new UnsentMessage(row.Id, Open(row.Sealed), row.Failed))];
    }

    /// <summary>Sends it once more, now, and by these ways alone.</summary>
    /// <returns>Whether it was still there.</returns>
    internal async ValueTask<bool> ResendAsync(IStatements write, Guid id, Message message) => await write.ExecuteAsync(OutboxStatements.Reroute,
        ("id", id), ("sealed", Seal(message)), ("due", clock.GetUtcNow().ToUnixTimeMilliseconds())) > 0;

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
