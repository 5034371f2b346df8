namespace Identity.Demo.RelyingParty;

internal static partial class Log
{
    [LoggerMessage(9101, LogLevel.Warning, "Signing in at the provider failed: {Error}")]
    public static partial void SignInFailed(this ILogger logger, string error, Exception? problem);
}
