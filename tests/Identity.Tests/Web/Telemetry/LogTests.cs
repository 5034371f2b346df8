using System.Diagnostics;
using System.Text.Json;
using Identity.Web.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Identity.Tests.Web.Telemetry;

public sealed class LogTests
{
    [Fact]
    public void A_line_is_json_with_its_trace_and_its_values_and_without_scopes()
    {
        using var span = new Activity("request").Start();
        var scopes = new LoggerExternalScopeProvider();
        using var scope = scopes.Push(new Dictionary<string, object?> { ["RequestPath"] = "/sign-in/key-of-a-journey" });
        using var text = new StringWriter();
        var values = new Dictionary<string, object?> { ["Client"] = "appointments", ["{OriginalFormat}"] = "Refused {Client}" };

        new JsonLines(TimeProvider.System).Write(
            new LogEntry<Dictionary<string, object?>>(LogLevel.Warning, "Identity.Protocol", new EventId(7), values, new InvalidOperationException("why"), (_, _) => "Refused\nappointments"), scopes, text);

        var line = Assert.Single(text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
        var json = JsonDocument.Parse(line).RootElement;
        Assert.Equal("Refused\nappointments", json.GetProperty("message").GetString());
        Assert.Equal("appointments", json.GetProperty("values").GetProperty("Client").GetString());
        Assert.Equal(span.TraceId.ToHexString(), json.GetProperty("trace").GetString());
        Assert.Contains("why", json.GetProperty("exception").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("key-of-a-journey", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("Console", null)]
    [InlineData("Console", "Microsoft.AspNetCore.Hosting")]
    [InlineData(null, "OpenIddict")]
    public void No_rule_of_levels_lets_frameworks_speak_below_a_warning(string? provider, string? category)
    {
        var options = new LoggerFilterOptions { MinLevel = LogLevel.Trace, Rules = { new LoggerFilterRule(provider, category, LogLevel.Trace, null) } };

        new PrivateLogs(Options.Create(new TelemetryOptions())).PostConfigure(null, options);

        Assert.All(options.Rules, rule =>
        {
            Assert.False(rule.Filter!(provider, "Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Information)); // Every rule has one now.
            Assert.False(rule.Filter!(provider, "OpenIddict.Server", LogLevel.Debug)); // As above.
            Assert.True(rule.Filter!(provider, "OpenIddict.Server", LogLevel.Warning)); // As above.
            Assert.True(rule.Filter!(provider, "Identity.Web.Pages", LogLevel.Debug)); // As above.
        });
    }

    [Fact]
    public void A_rule_that_is_stricter_still_holds()
    {
        var options = new LoggerFilterOptions { Rules = { new LoggerFilterRule(null, null, LogLevel.Trace, (_, _, level) => level >= LogLevel.Error) } };

        new PrivateLogs(Options.Create(new TelemetryOptions())).PostConfigure(null, options);

        Assert.False(options.Rules[^1].Filter!(null, "Identity.Web", LogLevel.Warning)); // As above.
    }
}
