using System.Collections.Concurrent;
using System.Diagnostics;
using Identity.Web.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace Identity.Tests.Web.Telemetry;

/// <summary>Everything that one host writes into its log and its traces, as operators would get it.</summary>
internal sealed class Overheard : BaseExporter<Activity>, ILoggerProvider
{
    // Hosts that run beside this one are heard, too: a source of spans belongs to the process.
    private readonly ConcurrentDictionary<ActivityTraceId, bool> _traces = [];
    private readonly JsonLines _format = new(TimeProvider.System);

    public ConcurrentQueue<string> Lines { get; } = [];

    public ConcurrentQueue<Activity> Spans { get; } = [];

    public IEnumerable<string> Tags => Spans.SelectMany(span => span.TagObjects.Select(tag => $"{tag.Key}={tag.Value}")
        .Concat(span.Baggage.Select(pair => $"{pair.Key}={pair.Value}"))
        .Concat(span.Events.SelectMany(e => e.Tags).Select(tag => $"{tag.Key}={tag.Value}"))
        .Append(span.DisplayName).Append(span.StatusDescription ?? ""));

    /// <summary>A span of this host, which may end a moment after its answer has come.</summary>
    public async Task<Activity> SpanAsync(Predicate<Activity> wanted)
    {
        for (var tries = 0; tries < 500; tries++)
        {
            if (Spans.FirstOrDefault(span => _traces.ContainsKey(span.TraceId) && wanted(span)) is { } found)
                return found;
            await Task.Delay(TimeSpan.FromMilliseconds(20), TestContext.Current.CancellationToken);
        }

        throw new InvalidOperationException($"There is no such span among {string.Join(", ", Spans.Where(span => _traces.ContainsKey(span.TraceId)).Select(span => span.DisplayName))}.");
    }

    /// <summary>Listens at Debug, and to every span.</summary>
    public void Attach(WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(this);
        builder.Services.AddSingleton<IStartupFilter>(new MarkTraces(_traces));
        builder.Services.ConfigureOpenTelemetryTracerProvider(traces => traces.AddProcessor(new SimpleActivityExportProcessor(this)));
    }

    public override ExportResult Export(in Batch<Activity> batch)
    {
        foreach (var span in batch)
            Spans.Enqueue(span);
        return ExportResult.Success;
    }

    public ILogger CreateLogger(string categoryName) => new Line(this, categoryName);

    private sealed class MarkTraces(ConcurrentDictionary<ActivityTraceId, bool> traces) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, rest) =>
            {
                traces[Activity.Current!.TraceId] = true; // Every request is traced.
                return rest(context);
            });
            next(app);
        };
    }

    private sealed class Line(Overheard overheard, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            using var text = new StringWriter();
            overheard._format.Write(new LogEntry<TState>(logLevel, category, eventId, state, exception, formatter), null, text);
            overheard.Lines.Enqueue(text.ToString());
        }
    }
}
