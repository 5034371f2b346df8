using System.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Identity.Protocol.RequestTraces;

/// <summary>By which the answer, the log and a client's trace speak of the same request: the trace of W3C Trace Context §3.2.2.3 where there is one.</summary>
internal static class RequestId
{
    /// <summary>The header of the answer.</summary>
    public const string Header = "X-Request-Id";

    public static string Of(HttpContext context) => Activity.Current is { IdFormat: ActivityIdFormat.W3C } activity ? activity.TraceId.ToHexString() : context.TraceIdentifier;
}
