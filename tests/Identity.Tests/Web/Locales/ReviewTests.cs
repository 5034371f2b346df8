using System.Collections.Concurrent;
using Identity.Web.Themes;
using Microsoft.Extensions.Logging;

namespace Identity.Tests.Web.Locales;

/// <summary>Whether words await a person's review is told to operators and to nobody else.</summary>
public sealed class ReviewTests
{
    [Fact]
    public async Task The_start_says_which_language_awaits_review()
    {
        using var lines = new Lines();
        await using var host = await LookHost.StartAsync(build: builder => builder.Logging.AddProvider(lines));

        Assert.Contains("The words of the locale cy await a person's review (Locales:AwaitingReview)", lines.Written);
    }

    [Fact]
    public async Task Once_reviewed_nothing_is_said()
    {
        using var lines = new Lines();
        await using var host = await LookHost.StartAsync(build: builder => builder.Logging.AddProvider(lines), settings: ("Locales:AwaitingReview", ""));

        Assert.DoesNotContain(lines.Written, line => line.Contains("review", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/welcome")]
    [InlineData("/help")]
    [InlineData("/cookies")]
    public async Task A_citizen_reads_the_same_either_way(string path)
    {
        await using var awaiting = await LookHost.StartAsync(settings: ("Locales:AwaitingReview", "cy"));
        await using var reviewed = await LookHost.StartAsync(settings: ("Locales:AwaitingReview", ""));

        Assert.Equal(await ReadAsync(reviewed, path), await ReadAsync(awaiting, path));
    }

    [Fact]
    public async Task A_language_that_is_not_spoken_cannot_await_review()
    {
        var thrown = await Assert.ThrowsAsync<BrokenThemeException>(() => LookHost.StartAsync(settings: ("Locales:AwaitingReview", "cy ci")));
        Assert.Equal(["Locales:AwaitingReview names 'ci', which is not spoken here"], thrown.Faults);
    }

    private static async Task<string> ReadAsync(LookHost host, string path)
    {
        using var response = await host.GetAsync(path + "?lang=cy");
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> _written = new();

        public IReadOnlyCollection<string> Written => _written;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _written.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
