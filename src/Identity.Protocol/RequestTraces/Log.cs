using Microsoft.Extensions.Logging;

namespace Identity.Protocol.RequestTraces;

/// <summary>What the log says of requests.</summary>
internal static partial class Log
{
    [LoggerMessage(2104, LogLevel.Information, "{Endpoint} refused '{Client}' with {Error}. {Hint} Request {RequestId}")]
    public static partial void Refused(this ILogger logger, string endpoint, string client, string error, string hint, string requestId);
}
