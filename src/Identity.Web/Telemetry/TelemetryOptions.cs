namespace Identity.Web.Telemetry;

/// <summary>What is told to operators' tools. Section <c>Telemetry</c>.</summary>
public sealed class TelemetryOptions
{
    /// <summary>Where traces and metrics are sent by OTLP, such as <c>http://collector:4317</c>; empty means what <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says, else nowhere.</summary>
    public Uri? Otlp { get; set; }

    /// <summary>How many of a hundred requests are traced. What a caller wishes does not count.</summary>
    public int TracePercent { get; set; } = 100;

    /// <summary>Lets the framework write below a warning, which quotes addresses, forms and tokens. Production refuses it.</summary>
    public bool DangerLogRequests { get; set; }
}
