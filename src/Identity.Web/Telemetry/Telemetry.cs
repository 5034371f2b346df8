using Identity.Domain.Telemetry;
using Identity.Web.Management;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Instrumentation.AspNetCore;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Identity.Web.Telemetry;

/// <summary>
/// Traces, metrics and logs for operators, named by OpenTelemetry's semantic conventions, without a word about a person.
/// Nothing listens, and nothing is paid, unless a collector or the management port is configured.
/// </summary>
internal static class Telemetry
{
    private const string StandardCollector = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private static readonly string[] Meters = [Instruments.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime", "Npgsql"];

    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<TelemetryOptions>().Bind(configuration.GetSection("Telemetry")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TelemetryOptions>, TelemetryOptionsValidator>();
        services.AddOptions<ManagementOptions>().Bind(configuration.GetSection("Management")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ManagementOptions>, ManagementOptionsValidator>();
        services.AddSingleton<KnownPaths>();
        services.AddPrivateLogs();

        // The exporter reads the standard key by itself, and all that stands beside it.
        if (configuration["Telemetry:Otlp"] is { Length: > 0 } ours)
            configuration[StandardCollector] = ours;
        var collected = !string.IsNullOrEmpty(configuration[StandardCollector]);
        var managed = !string.IsNullOrEmpty(configuration["Management:Url"]);
        if (!collected && !managed)
            return services;

        var telemetry = services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("identity", serviceVersion: typeof(Telemetry).Assembly.GetName().Version?.ToString()))
            .WithMetrics(metrics => AddMetrics(metrics, collected, managed));
        if (collected)
            telemetry.WithTracing(AddTraces);
        if (managed)
        {
            services.AddSingleton<ManagementServer>();
            services.AddHostedService(provider => provider.GetRequiredService<ManagementServer>());
        }

        return services;
    }

    /// <summary>Names requests for the metrics, where there are any.</summary>
    public static IApplicationBuilder UseTelemetry(this IApplicationBuilder app)
    {
        if (app.ApplicationServices.GetService<MeterProvider>() is not null)
            DescribeRequests.Use(app);
        return app;
    }

    private static void AddMetrics(MeterProviderBuilder metrics, bool collected, bool managed)
    {
        metrics.AddMeter(Meters);
        if (collected)
            metrics.AddOtlpExporter();
        if (managed)
            metrics.AddPrometheusExporter();
    }

    private static void AddTraces(TracerProviderBuilder traces)
    {
        traces.ConfigureServices(services => services.AddSingleton<IConfigureOptions<AspNetCoreTraceInstrumentationOptions>, DescribeRequests>());
        traces.AddSource(Instruments.Name).AddAspNetCoreInstrumentation().AddOtlpExporter();
        // Not by the parent: whether a stranger's request is traced is not theirs to say.
        ((IDeferredTracerProviderBuilder)traces).Configure((services, builder) =>
            builder.SetSampler(new TraceIdRatioBasedSampler(services.GetRequiredService<IOptions<TelemetryOptions>>().Value.TracePercent / 100.0)));
    }
}
