namespace Identity.Demo.Wearable;

internal static partial class Log
{
    [LoggerMessage(9101, LogLevel.Warning, "The watch got no answer as it should")]
    public static partial void Unavailable(this ILogger logger, Exception problem);
}
