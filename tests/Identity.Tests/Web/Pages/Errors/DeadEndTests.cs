using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Identity.Domain.Accounts;
using Identity.Domain.Storage;
using Identity.Testing;
using Identity.Web.Pages.Errors;
using Identity.Web.Telemetry;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Identity.Tests.Web.Pages.Errors;

/// <summary>
/// Every dead end a person can reach, reached by its real cause: it says what happened and when it is over, offers ways on,
/// and bears a reference that finds the log line and the trace.
/// </summary>
public sealed partial class DeadEndTests : IAsyncLifetime
{
    private readonly CapturedLog _log = new(typeof(ErrorModel).FullName!); // A named type has a full name.
    private readonly List<Activity> _traces = [];
    private readonly ActivityListener _listener = new() { ShouldListenTo = source => source.Name == "Microsoft.AspNetCore", Sample = Always };
    private readonly TestClient _client = new(TestClient.Appointments);
    private TestProvider _provider = null!; // Set by InitializeAsync.
    private TestBrowser _browser = null!; // As above.

    public async ValueTask InitializeAsync()
    {
        // As it begins: an answer may be read before the server is done with it.
        _listener.ActivityStarted = activity => { lock (_traces) _traces.Add(activity); };
        ActivitySource.AddActivityListener(_listener);
        _provider = await TestProvider.StartAsync(StorageProvider.Sqlite, builder =>
        {
            builder.Logging.AddProvider(_log).AddFilter<CapturedLog>(null, LogLevel.Trace);
            builder.Services.Configure<MvcOptions>(options => options.Filters.Add<FaultyHelp>());
        }, ("Storage:LockTimeout", "00:00:00.2"));
        _browser = _provider.Browser();
        await _provider.RegisterAsync(_client.Registration);
        await _provider.CreateAccountAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        _browser.Dispose();
        await _provider.DisposeAsync();
    }

    [Fact]
    public async Task E1_A_journey_that_is_over()
    {
        var email = await _browser.OpenAsync(_client.AuthorizeUrl());
        _provider.Clock.Advance(TimeSpan.FromHours(25));

        Check(await _browser.SubmitAsync(email, ("Email", "alice@example.test")), HttpStatusCode.BadRequest, "This page has expired");
    }

    [Fact]
    public async Task E2_Too_many_tries_with_the_clock_time_of_the_next()
    {
        var password = await _browser.SubmitAsync(await _browser.OpenAsync(_client.AuthorizeUrl()), ("Email", "alice@example.test"));
        _provider.Clock.Advance(TimeSpan.FromSeconds(20));
        for (var i = 0; i < 5; i++)
            await _browser.SubmitAsync(password, ("Password", "wrong-password-typed"));

        var page = await _browser.SubmitAsync(password, ("Password", TestProvider.Password));

        Check(page, HttpStatusCode.TooManyRequests, "You have tried too many times");
        // It is 10:00:20, and the wait is a minute: a time without seconds must not come too early.
        Assert.Contains("You can try again at 10:02am", page.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("client_id", "nobody")]
    [InlineData("redirect_uri", "https://elsewhere.example/")]
    [Spec("RFC 6749", "4.1.2.1")]
    public async Task E3_A_request_that_cannot_be_answered_to_its_application(string name, string value) =>
        Check(await _browser.OpenAsync(_client.AuthorizeUrl((name, value))), HttpStatusCode.BadRequest, "We cannot take you on from here");

    [Fact]
    public async Task E4_A_browser_that_keeps_no_cookies()
    {
        var email = await _browser.OpenAsync(_client.AuthorizeUrl());
        using var forgetful = _provider.Browser();

        Check(await forgetful.OpenAsync(email.Path), HttpStatusCode.BadRequest, "Your browser is blocking cookies");
    }

    [Fact]
    public async Task E5_An_address_that_leads_nowhere() =>
        Check(await _browser.OpenAsync("nowhere"), HttpStatusCode.NotFound, "We cannot find this page");

    [Fact]
    [Spec("RFC 9110", "15.6.4")]
    public async Task E6_A_database_that_is_away_with_the_time_to_come_back()
    {
        await using var locked = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={_provider.Storage.File};Pooling=False");
        await locked.OpenAsync(TestContext.Current.CancellationToken);
        await using var transaction = locked.BeginTransaction(System.Data.IsolationLevel.Serializable);

        var page = await _browser.OpenAsync(_client.AuthorizeUrl());

        Check(page, HttpStatusCode.ServiceUnavailable, "Sorry, the service is not available");
        Assert.Contains("Try again at 10:01am", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task E7_An_application_that_is_paused()
    {
        await _provider.RegisterAsync(_client.Registration with { Paused = true });

        Check(await _browser.OpenAsync(_client.AuthorizeUrl()), HttpStatusCode.Forbidden, "You cannot sign in to Appointments now");
    }

    [Theory]
    [InlineData(HoldReason.Safety, "We saw something unusual")]
    [InlineData(HoldReason.Review, "We are checking something that you told us")]
    [InlineData(HoldReason.Request, "asked us to pause your account")]
    public async Task E8_An_account_that_is_held_with_the_kind_of_reason_and_a_way_to_appeal(HoldReason reason, string words)
    {
        await HoldAsync(reason);
        var password = await _browser.SubmitAsync(await _browser.OpenAsync(_client.AuthorizeUrl()), ("Email", "alice@example.test"));

        var page = await _browser.SubmitAsync(password, ("Password", TestProvider.Password));

        Check(page, HttpStatusCode.Forbidden, "You cannot sign in for now");
        Assert.Contains(words, page.Words, StringComparison.Ordinal);
        Assert.Contains("ask us to look again", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stranger_does_not_learn_that_an_account_is_held()
    {
        await HoldAsync(HoldReason.Safety);
        var password = await _browser.SubmitAsync(await _browser.OpenAsync(_client.AuthorizeUrl()), ("Email", "alice@example.test"));

        var page = await _browser.SubmitAsync(password, ("Password", "wrong-password-typed"));

        Assert.Contains("Email address or password is wrong", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bug_inside_a_page()
    {
        var page = await _browser.OpenAsync("help");

        Check(page, HttpStatusCode.InternalServerError, "Sorry, something went wrong");
        Assert.DoesNotContain("a bug with a secret", page.Html, StringComparison.Ordinal);
    }

    /// <summary>What happened, at least two ways on beside a person's help, and the reference in all three places.</summary>
    private void Check(Page page, HttpStatusCode status, string title)
    {
        Assert.Equal((status, $"{title} – Identity"), (page.Status, page.Title));
        Assert.Equal(TestProvider.Issuer.Authority, page.Address.Authority);
        var ways = Content().Match(page.Html).Value;
        Assert.InRange(Way().Count(ways) + (ways.Contains("mailto:", StringComparison.Ordinal) ? 1 : 0) + (ways.Contains("01632 960 120", StringComparison.Ordinal) ? 1 : 0), 3, 9);

        var reference = Reference().Match(page.Html).Groups[1].Value;
        var line = Assert.Single(_log.Lines, line => line.Contains($"reference {reference};", StringComparison.Ordinal));
        lock (_traces)
        {
            var trace = Assert.Single(_traces, trace => trace.GetTagItem(ErrorTrail.Reference) is string tag && tag == reference);
            Assert.EndsWith($"trace {trace.TraceId}", line, StringComparison.Ordinal);
        }
    }

    private async Task HoldAsync(HoldReason reason)
    {
        var account = await _provider.Get<AccountStore>().FindByEmailAsync(EmailAddress.Parse("alice@example.test"), TestContext.Current.CancellationToken);
        Assert.True(await _provider.Get<AccountHolds>().HoldAsync(account!, reason, "operator:test", TestContext.Current.CancellationToken)); // Created above.
    }

    private static ActivitySamplingResult Always(ref ActivityCreationOptions<ActivityContext> options) => ActivitySamplingResult.AllData;

    private sealed class FaultyHelp : IResultFilter
    {
        public void OnResultExecuting(ResultExecutingContext context)
        {
            if (context.HttpContext.Request.Path == "/help")
                throw new InvalidOperationException("a bug with a secret");
        }

        public void OnResultExecuted(ResultExecutedContext context)
        {
        }
    }

    [GeneratedRegex("<main.*</main>", RegexOptions.Singleline)]
    private static partial Regex Content();

    [GeneratedRegex("<li>")]
    private static partial Regex Way();

    [GeneratedRegex("<strong>([2-9B-Z]{8})</strong>")]
    private static partial Regex Reference();
}
