using Microsoft.Extensions.Options;

namespace Identity.Web.Telemetry;

internal sealed class TelemetryOptionsValidator(IHostEnvironment environment) : IValidateOptions<TelemetryOptions>
{
    public ValidateOptionsResult Validate(string? name, TelemetryOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<string> Faults(TelemetryOptions options)
    {
        if (options.Otlp is { } otlp && !(otlp.IsAbsoluteUri && otlp.Scheme is "http" or "https"))
            yield return $"Telemetry:Otlp is '{otlp}'. Write the address of a collector, such as http://collector:4317, or nothing.";
        if (options.TracePercent is < 0 or > 100)
            yield return $"Telemetry:TracePercent is {options.TracePercent}. Write a number from 0 to 100.";
        if (options.DangerLogRequests && environment.IsProduction())
            yield return "Telemetry:DangerLogRequests is true. Production writes no request into its log; leave it out.";
    }
}
