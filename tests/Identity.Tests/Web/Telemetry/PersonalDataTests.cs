using Identity.Domain.Storage;
using Identity.Testing;

namespace Identity.Tests.Web.Telemetry;

/// <summary>
/// A citizen does everything there is to do while the log is at its loudest and every request is traced. Nothing that was
/// typed or received stands in a line, a span or a label.
/// </summary>
public abstract class PersonalDataTests(StorageProvider storage)
{
    [Fact]
    public async Task A_whole_life_leaves_nothing_of_itself_with_the_operator()
    {
        using var overheard = new Overheard();
        await using var provider = await StartAsync(overheard);
        using var browser = provider.Browser();
        var citizen = new Citizen(provider, browser);

        await citizen.LiveAsync();
        await citizen.TypeRubbishAsync();

        var metrics = await Scrape.OfAsync(provider);
        // Of all this there is enough for something to have been found in it.
        Assert.Contains(overheard.Lines, line => line.Contains("Error page", StringComparison.Ordinal));
        Assert.Contains(overheard.Spans, span => span.DisplayName == "accounts.insert");
        Assert.Contains("identity_sign_ins_total", metrics, StringComparison.Ordinal);
        var told = overheard.Lines.Concat(overheard.Tags).Append(metrics).ToList();
        Assert.Empty(from text in told from value in citizen.Known where Holds(text, value) select $"'{value}' stands in {text}");
    }

    [Fact]
    public async Task The_reference_on_an_error_page_finds_its_trace_and_its_line()
    {
        using var overheard = new Overheard();
        await using var provider = await StartAsync(overheard);
        using var browser = provider.Browser();

        var page = await browser.OpenAsync("nowhere");

        var span = await overheard.SpanAsync(span => span.GetTagItem("identity.error.reference") is string reference && page.Words.Contains(reference, StringComparison.Ordinal));
        Assert.Contains(overheard.Lines, line =>
            line.Contains((string)span.GetTagItem("identity.error.reference")!, StringComparison.Ordinal) // Found by it.
            && line.Contains(span.TraceId.ToHexString(), StringComparison.Ordinal));
    }

    [Fact]
    [Spec("OpenTelemetry Semantic Conventions", "db.client")]
    public async Task Every_statement_is_a_span_of_the_request_that_waits_for_it()
    {
        using var overheard = new Overheard();
        await using var provider = await StartAsync(overheard);
        using var browser = provider.Browser();
        await provider.RegisterAsync(TestClient.Appointments);

        await browser.GetAsync(new TestClient(TestClient.Appointments).AuthorizeUrl());

        var request = await overheard.SpanAsync(span => span.DisplayName == "GET /authorize");
        var statement = Assert.Single(overheard.Spans, span => span.DisplayName == "journeys.insert" && span.TraceId == request.TraceId);
        Assert.Equal(request.SpanId, statement.ParentSpanId);
        Assert.Equal(storage is StorageProvider.Sqlite ? "sqlite" : "postgresql", statement.GetTagItem("db.system.name"));
        Assert.Equal("INSERT", statement.GetTagItem("db.operation.name"));
        Assert.Equal("journeys.insert", statement.GetTagItem("db.query.summary"));
        Assert.Equal(3, statement.TagObjects.Count());
    }

    private Task<TestProvider> StartAsync(Overheard overheard) => TestProvider.StartAsync(storage, overheard.Attach,
        ("Telemetry:Otlp", "http://127.0.0.1:9"), ("Management:Url", "http://127.0.0.1:0"), ("Logging:LogLevel:Default", "Trace"), ("Logging:LogLevel:Microsoft", "Trace"));

    // A code has six digits, which some number may hold by chance.
    private static bool Holds(string text, string value) => value.All(char.IsAsciiDigit)
        ? System.Text.RegularExpressions.Regex.IsMatch(text, $"(?<![0-9a-f.]){value}(?![0-9a-f])")
        : text.Contains(value, StringComparison.OrdinalIgnoreCase);

    public sealed class OnSqlite() : PersonalDataTests(StorageProvider.Sqlite);

    public sealed class OnPostgres() : PersonalDataTests(StorageProvider.Postgres);
}
