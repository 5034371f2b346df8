using System.Diagnostics.Metrics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Identity.Domain.BackChannelLogout;
using Identity.Domain.Credentials.Passkeys;
using Identity.Domain.Storage;
using Identity.Domain.Telemetry;
using Identity.Domain.Verification.Runs;
using Identity.Sdk;
using Identity.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Identity.Tests.Web.Telemetry;

/// <summary>What operators are told of our metrics is what there is, and their dashboard asks for nothing else.</summary>
public sealed partial class MetricsDocumentTests : IAsyncLifetime
{
    private readonly Dictionary<string, (string Type, string? Unit, HashSet<string> Labels)> _instruments = [];
    private readonly MeterListener _listener = new();
    private string _scrape = "";

    public async ValueTask InitializeAsync()
    {
        await using var provider = await TestProvider.StartAsync(StorageProvider.Sqlite, Listen,
            ("Management:Url", "http://127.0.0.1:0"), ("Verifiers:Offered", "simulated"), ("Limits:PerNetworkAt:create", "12"));
        using var browser = provider.Browser();
        var citizen = new Citizen(provider, browser);
        await citizen.LiveAsync();
        await citizen.TypeRubbishAsync();
        await provider.Get<PasskeyEnrolment>().FinishAsync(Guid.Empty, "browser", "rubbish", Guid.Empty, TestContext.Current.CancellationToken);
        await ProveAsync(provider);
        await provider.Get<LogoutDeliveries>().RecordAsync(
            new LogoutDelivery(Guid.Empty, "nobody", Guid.Empty, "", provider.Clock.GetUtcNow(), 0), new LogoutAnswer.Failed(null, "timeout"), TestContext.Current.CancellationToken);
        for (var i = 0; i < 12; i++)
            await browser.GetAsync("create");
        await provider.Get<IEnumerable<Microsoft.Extensions.Hosting.IHostedService>>().OfType<Pruner>().Single().PruneAsync(TestContext.Current.CancellationToken);
        _listener.RecordObservableInstruments();
        _scrape = await Scrape.OfAsync(provider);
    }

    private static async Task ProveAsync(TestProvider provider)
    {
        var account = await provider.CreateAccountAsync("prover@example.test");
        var verifications = provider.Get<Verifications>();
        var begun = (RunOutcome.Went)await verifications.BeginAsync(account, "simulated", new Dictionary<string, string>(), new(null, null, "en"), TestContext.Current.CancellationToken);
        await verifications.ContinueAsync(begun.Run.Id, new RunHolder.Owner(account), begun.Run.Version,
            new StepAnswer.Fields(new Dictionary<string, string> { ["number"] = "THROW" }), TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync()
    {
        _listener.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public void Every_instrument_is_documented_and_every_documented_one_is_there()
    {
        var documented = Rows().Matches(File.ReadAllText(Repository.At("docs", "operations", "metrics.md")))
            .Select(row => $"{row.Groups[1].Value} {row.Groups[2].Value} {row.Groups[3].Value} [{string.Join(' ', Words().Matches(row.Groups[4].Value).Select(word => word.Groups[1].Value).Order())}]");

        Assert.Equal(_instruments.Select(found => $"{found.Key} {found.Value.Type} {found.Value.Unit} [{string.Join(' ', found.Value.Labels.Order())}]").Order(), documented.Order());
    }

    [Fact]
    public void The_dashboard_asks_for_nothing_that_a_host_does_not_show()
    {
        using var dashboard = JsonDocument.Parse(File.ReadAllText(Repository.At("config", "deploy", "grafana-dashboard.json")));
        var expressions = dashboard.RootElement.GetProperty("panels").EnumerateArray()
            .SelectMany(panel => panel.GetProperty("targets").EnumerateArray()).Select(target => target.GetProperty("expr").GetString() ?? "").ToList();
        var asked = expressions.SelectMany(expression => Metrics().Matches(expression).Select(match => match.Value)).ToHashSet();

        Assert.All(expressions, expression => Assert.Matches(Metrics(), expression));
        Assert.All(asked, metric => Assert.Matches(new Regex($"^{metric}\\{{", RegexOptions.Multiline), _scrape));
    }

    private void Listen(Microsoft.AspNetCore.Builder.WebApplicationBuilder builder)
    {
        builder.Services.AddHostedService(services => new Listening(() => Start(services.GetRequiredService<IMeterFactory>())));
    }

    private void Start(IMeterFactory meters)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name != Instruments.Name || !ReferenceEquals(instrument.Meter.Scope, meters))
                return;
            lock (_instruments)
                _instruments[instrument.Name] = (instrument.GetType().Name.Split('`')[0].Replace("Observable", "", StringComparison.Ordinal), instrument.Unit, []);
            listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Note(instrument, tags));
        _listener.SetMeasurementEventCallback<int>((instrument, _, tags, _) => Note(instrument, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Note(instrument, tags));
        _listener.Start();
    }

    private void Note(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        lock (_instruments)
        {
            foreach (var (name, _) in tags)
                _instruments[instrument.Name].Labels.Add(name);
        }
    }

    [GeneratedRegex(@"^\| `((?:identity|db)\.[a-z_.]+)` \| (\w+) \| `([^`]+)` \|([^|]*)\|", RegexOptions.Multiline)]
    private static partial Regex Rows();

    [GeneratedRegex("`([a-z_.]+)`")]
    private static partial Regex Words();

    [GeneratedRegex(@"\b(?:identity|http|db|dotnet|kestrel)_[a-z_]+(?=\{)")]
    private static partial Regex Metrics();

    /// <summary>Listens from the start, before anything is counted.</summary>
    private sealed class Listening(Action start) : Microsoft.Extensions.Hosting.IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            start();
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
