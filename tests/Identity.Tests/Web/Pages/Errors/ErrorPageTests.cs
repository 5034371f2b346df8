using System.Net;
using Identity.Web.Pages.Errors;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Identity.Tests.Web.Pages.Errors;

public sealed class ErrorPageTests
{
    [Fact]
    public async Task An_address_that_leads_nowhere_says_so()
    {
        await using var host = await LookHost.StartAsync();
        var response = await host.GetAsync("/nowhere");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        string page = await response.Content.ReadAsStringAsync();
        Assert.Contains("<title>We cannot find this page – Identity</title>", page, StringComparison.Ordinal);
        Assert.Contains("01632 960 120", page, StringComparison.Ordinal);
        Assert.Matches("<strong>[2-9B-Z]{8}</strong>", page);
    }

    [Fact]
    public async Task A_bug_says_nothing_of_itself()
    {
        await using var host = await LookHost.StartAsync(app => app.MapGet("/bug", string () => throw new InvalidOperationException("secret")));
        var response = await host.GetAsync("/bug");
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        string page = await response.Content.ReadAsStringAsync();
        Assert.Contains("Sorry, something went wrong", page, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Surroundings_that_are_away_are_a_503_that_says_when_to_come_back()
    {
        await using var host = await LookHost.StartAsync(
            app => app.MapGet("/away", string () => throw new TimeoutException()),
            builder => builder.Services.Configure<ErrorOptions>(options => options.Unavailable.Add(thrown => thrown is TimeoutException)));
        var response = await host.GetAsync("/away");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(30), response.Headers.RetryAfter?.Delta);
    }

    [Fact]
    public async Task Too_many_tries_tell_the_clock_time_of_the_next()
    {
        var retryAt = new DateTimeOffset(2026, 1, 10, 15, 42, 0, TimeSpan.Zero);
        await using var host = await LookHost.StartAsync(app => app.MapGet("/tries", () => new ErrorResult(ErrorView.TooManyTries(retryAt))));
        var response = await host.GetAsync("/tries");
        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.Equal(retryAt, response.Headers.RetryAfter?.Date);
        Assert.Contains("<strong>3:42pm</strong>", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_gets_the_bare_status()
    {
        await using var host = await LookHost.StartAsync(app => app.MapGet("/bug", string () => throw new InvalidOperationException()));
        foreach (var (path, status) in new[] { ("/nowhere", HttpStatusCode.NotFound), ("/bug", HttpStatusCode.InternalServerError) })
        {
            var program = host.Browser();
            program.DefaultRequestHeaders.Remove("Accept");
            var response = await program.GetAsync(path);
            Assert.Equal(status, response.StatusCode);
            Assert.Empty(await response.Content.ReadAsByteArrayAsync());
        }
    }

    [Fact]
    public async Task A_post_that_fails_is_explained_without_a_second_failure()
    {
        await using var host = await LookHost.StartAsync(app => app.MapPost("/bug", string () => throw new InvalidOperationException()));
        var response = await host.Browser().PostAsync("/bug", new FormUrlEncodedContent([]));
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Contains("something went wrong", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(StatusCodes.Status400BadRequest)]
    [InlineData(StatusCodes.Status403Forbidden)]
    [InlineData(StatusCodes.Status405MethodNotAllowed)]
    [InlineData(StatusCodes.Status415UnsupportedMediaType)]
    public async Task Each_bare_status_has_a_page(int status)
    {
        await using var host = await LookHost.StartAsync(app => app.MapGet("/status", () => Results.StatusCode(status)));
        var response = await host.GetAsync("/status");
        Assert.NotEqual(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("<h1>", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
