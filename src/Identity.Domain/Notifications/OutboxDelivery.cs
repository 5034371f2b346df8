using Identity.Domain.Storage;
using Microsoft.Extensions.Logging;

namespace Identity.Domain.Notifications;

/// <summary>
/// Sends one message that the outbox holds. What a sender does not take is tried again, and by the next way where there is
/// one; what is refused outright goes that way at once.
/// </summary>
internal sealed class OutboxDelivery(
    IDatabase database, Outbox outbox, Channels channels, RenderMessage render, OutboxMetrics metrics, TimeProvider clock, ILogger<OutboxDelivery> logger)
{
    // Ten seconds lie between the first and the second: somebody waits on a page for what has another way.
    private const int TriesBeforeNextWay = 2;

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(30);

    public async Task SendAsync(WaitingMessage row, CancellationToken cancellationToken)
    {
        if (row.IsHanded || row.ExpiresAt <= clock.GetUtcNow().ToUnixTimeMilliseconds())
        {
            await DeleteAsync(row, row.IsHanded ? null : OutboxMetrics.Expired, cancellationToken);
            return;
        }

        Message? message = null;
        try
        {
            message = outbox.Open(row.Sealed);
            var sender = channels.Sender(message.Channel);
            await sender.SendAsync(message.Destination, render(message) with { Reference = row.Id }, cancellationToken);
            // Whoever says later what became of it finds it here until its time is over.
            if (sender.TellsLater && message.Otherwise.Count > 0)
                await HandedAsync(row, cancellationToken);
            else
                await DeleteAsync(row, OutboxMetrics.Sent, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException and not StorageUnavailableException)
        {
            await FailedAsync(row, message, exception, cancellationToken);
        }
    }

    private async Task FailedAsync(WaitingMessage row, Message? message, Exception exception, CancellationToken cancellationToken)
    {
        metrics.Count(OutboxMetrics.Failed);
        logger.SendFailed(row.Id, row.Attempts, SendFailure.Describe(exception));
        var refused = exception is MessageRefusedException;
        if ((refused || row.Attempts >= TriesBeforeNextWay) && message?.Next() is { } next)
            await outbox.RerouteAsync(row.Id, next, cancellationToken);
        else if (refused && message?.Account is not null)
            await outbox.FailAsync(row.Id, cancellationToken);
        else if (refused)
            await DeleteAsync(row, null, cancellationToken);
        else
            await PostponeAsync(row, cancellationToken);
    }

    private Task PostponeAsync(WaitingMessage row, CancellationToken cancellationToken)
    {
        var due = clock.GetUtcNow().ToUnixTimeMilliseconds() + (long)Math.Min(LongestWait.TotalMilliseconds, 5000 * Math.Pow(2, row.Attempts));
        return database.WriteAsync(write => write.ExecuteAsync(OutboxStatements.Postpone, ("id", row.Id), ("due", due)), cancellationToken);
    }

    private async Task HandedAsync(WaitingMessage row, CancellationToken cancellationToken)
    {
        await database.WriteAsync(write => write.ExecuteAsync(OutboxStatements.Hand,
            ("id", row.Id), ("now", clock.GetUtcNow().ToUnixTimeMilliseconds())), cancellationToken);
        metrics.Count(OutboxMetrics.Sent);
    }

    private async Task DeleteAsync(WaitingMessage row, string? outcome, CancellationToken cancellationToken)
    {
        await database.WriteAsync(write => write.ExecuteAsync(OutboxStatements.Delete, ("id", row.Id)), cancellationToken);
        if (outcome is not null)
            metrics.Count(outcome);
    }
}
