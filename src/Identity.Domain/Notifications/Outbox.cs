using System.Text.Json;
using System.Threading.Channels;
using Identity.Domain.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace Identity.Domain.Notifications;

/// <summary>
/// Messages written in the transaction of the change that causes them, and sent after it: a change that did not happen
/// says nothing, and one that did is told even when the node dies. Delivery is at least once.
/// </summary>
public sealed class Outbox(IDataProtectionProvider protection, OutboxMetrics metrics, TimeProvider clock)
{
    internal const string Purpose = "Identity.Outbox";

    private readonly IDataProtector _protector = protection.CreateProtector(Purpose);
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    internal async ValueTask EnqueueAsync(IStatements write, Message message)
    {
        var now = clock.GetUtcNow();
        await write.ExecuteAsync(OutboxStatements.Insert,
            ("id", Guid.CreateVersion7(now)), ("sealed", _protector.Protect(JsonSerializer.SerializeToUtf8Bytes(message))),
            ("due", now.ToUnixTimeMilliseconds()), ("expires", (now + message.Life).ToUnixTimeMilliseconds()));
        metrics.Count(OutboxMetrics.Queued);
    }

    internal Message Open(byte[] sealedMessage) =>
        JsonSerializer.Deserialize<Message>(_protector.Unprotect(sealedMessage))
        ?? throw new InvalidOperationException("An outbox row holds no message.");

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
