using Microsoft.Extensions.Logging;

namespace Identity.Domain.Notifications;

internal static partial class Log
{
    [LoggerMessage(1101, LogLevel.Warning, "Message {Id} was not taken at attempt {Attempt}: {Reason}")]
    public static partial void SendFailed(this ILogger logger, Guid id, int attempt, string reason);

    [LoggerMessage(1102, LogLevel.Warning, "The outbox waits for the database")]
    public static partial void OutboxWaits(this ILogger logger, Exception exception);
}
