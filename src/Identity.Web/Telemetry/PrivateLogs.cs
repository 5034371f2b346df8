using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace Identity.Web.Telemetry;

/// <summary>
/// Keeps people out of the log. What frameworks write below a warning quotes addresses with their codes, forms and
/// tokens, so it is not written, whatever the levels say. Our own lines hold ids alone.
/// </summary>
internal sealed class PrivateLogs(IOptions<TelemetryOptions> telemetry) : IPostConfigureOptions<LoggerFilterOptions>
{
    public void PostConfigure(string? name, LoggerFilterOptions options)
    {
        // Danger: whoever asks for it sees everything.
        if (telemetry.Value.DangerLogRequests)
            return;

        var rules = options.Rules.ToList();
        options.Rules.Clear();
        options.Rules.Add(new LoggerFilterRule(null, null, options.MinLevel, (_, category, level) => IsPrivate(category, level)));
        foreach (var rule in rules)
        {
            options.Rules.Add(new LoggerFilterRule(rule.ProviderName, rule.CategoryName, rule.LogLevel,
                (provider, category, level) => IsPrivate(category, level) && rule.Filter?.Invoke(provider, category, level) != false));
        }
    }

    private static bool IsPrivate(string? category, LogLevel level) =>
        level >= LogLevel.Warning || category is null || category.StartsWith("Identity.", StringComparison.Ordinal) || category == "Microsoft.Hosting.Lifetime";
}

internal static class Logs
{
    public static IServiceCollection AddPrivateLogs(this IServiceCollection services)
    {
        services.AddSingleton<IPostConfigureOptions<LoggerFilterOptions>, PrivateLogs>();
        services.AddLogging(logging => logging.AddConsoleFormatter<JsonLines, ConsoleFormatterOptions>());
        // Before the section Logging:Console, which may name another.
        services.AddSingleton<IConfigureOptions<ConsoleLoggerOptions>>(provider => new ConfigureOptions<ConsoleLoggerOptions>(options =>
        {
            if (provider.GetRequiredService<IHostEnvironment>().IsProduction() && provider.GetRequiredService<IConfiguration>()["Logging:Console:FormatterName"] is null)
                options.FormatterName = JsonLines.FormatterName;
        }));
        return services;
    }
}
