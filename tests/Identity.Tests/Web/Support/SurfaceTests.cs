using System.Net;
using Identity.Domain.Storage;
using Identity.Testing;

namespace Identity.Tests.Web.Support;

/// <summary>Staff and citizens never meet: what is for the one is not where the other is, whatever a request says of itself.</summary>
public sealed class SurfaceTests : ConsoleTest
{
    [Theory]
    [InlineData("/support")]
    [InlineData("/support/sign-in")]
    [InlineData("/support/staff")]
    [InlineData("/support/nowhere")]
    public async Task Where_citizens_are_there_is_no_console(string path)
    {
        using var citizen = Provider.Browser();
        using var response = await citizen.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task A_citizens_request_that_names_the_console_as_its_host_is_refused()
    {
        using var liar = Provider.Browser(TestProvider.Support);
        using var response = await liar.GetAsync("/support/sign-in");

        Assert.NotEqual(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/welcome")]
    [InlineData("/sign-in")]
    [InlineData("/authorize")]
    [InlineData("/token")]
    [InlineData("/.well-known/openid-configuration")]
    [InlineData("/health/ready")]
    public async Task Where_staff_are_there_is_nothing_but_the_console(string path)
    {
        using var staff = Provider.SupportBrowser();
        using var response = await staff.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task The_console_answers_to_its_own_address_alone()
    {
        using var stranger = Provider.SupportBrowser(new Uri("http://support.evil.test/"));
        using var response = await stranger.GetAsync("/support/sign-in");

        Assert.Equal(HttpStatusCode.MisdirectedRequest, response.StatusCode);
    }

    [Fact]
    public async Task A_page_of_the_console_is_guarded_like_every_other()
    {
        using var staff = Provider.SupportBrowser();
        using var response = await staff.GetAsync("/support/sign-in");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("default-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.True(response.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task A_dead_end_of_the_console_leads_back_to_the_console()
    {
        using var staff = Provider.SupportBrowser();
        var page = await staff.OpenAsync("/support/nowhere");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Contains("href=\"/support\"", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/privacy\"", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_port_there_is_no_console_anywhere()
    {
        await using var provider = await TestProvider.StartAsync(StorageProvider.Sqlite);
        using var staff = provider.SupportBrowser(TestProvider.Issuer);
        using var response = await staff.GetAsync("/support/sign-in");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }
}
