using Microsoft.Extensions.Logging;

namespace Identity.Protocol.BackChannelLogout;

internal static partial class Log
{
    [LoggerMessage(2101, LogLevel.Warning, "Client {ClientId} did not take a logout token at attempt {Attempt}: {Reason} {Status}")]
    public static partial void LogoutNotTaken(this ILogger logger, string clientId, int attempt, string reason, int? status);

    [LoggerMessage(2102, LogLevel.Error, "Logouts of client {ClientId} wait for their next turn")]
    public static partial void LogoutsWait(this ILogger logger, string clientId, Exception exception);

    [LoggerMessage(2103, LogLevel.Warning, "Logouts wait for the database")]
    public static partial void LogoutsWaitForStorage(this ILogger logger, Exception exception);
}
