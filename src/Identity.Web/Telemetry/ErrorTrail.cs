using System.Diagnostics;
using System.Diagnostics.Metrics;
using Identity.Domain.Telemetry;
using Microsoft.AspNetCore.Http.Features;

namespace Identity.Web.Telemetry;

/// <summary>Counts the error pages that people see, and lets the reference that they read out find the trace.</summary>
internal sealed class ErrorTrail(IMeterFactory meters)
{
    /// <summary>Name of the tag on the span of the request.</summary>
    public const string Reference = "identity.error.reference";

    private readonly Counter<long> _shown = meters.Identity().CreateCounter<long>("identity.error_pages", "{page}", "Error pages shown, by kind.");

    /// <param name="context">The request.</param>
    /// <param name="kind">What the log calls the page: one of a few.</param>
    /// <param name="reference">The eight characters on it.</param>
    public void Mark(HttpContext context, string kind, string reference)
    {
        _shown.Add(1, new KeyValuePair<string, object?>("kind", kind));
        (context.Features.Get<IHttpActivityFeature>()?.Activity ?? Activity.Current)?.SetTag(Reference, reference);
    }
}
