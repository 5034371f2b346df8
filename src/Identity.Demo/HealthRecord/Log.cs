namespace Identity.Demo.HealthRecord;

internal static partial class Log
{
    [LoggerMessage(9001, LogLevel.Warning, "The records API did not answer as it should")]
    public static partial void Unavailable(this ILogger logger, Exception problem);
}
