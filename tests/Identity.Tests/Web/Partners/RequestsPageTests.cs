using System.Text.RegularExpressions;
using Identity.Testing;

namespace Identity.Tests.Web.Partners;

/// <summary>D10: what an application sent, and why it was refused, found by the reference that a person saw.</summary>
public sealed class RequestsPageTests : PortalTest
{
    [Fact]
    public async Task A_refusal_is_found_by_the_reference_on_the_page_that_a_person_saw()
    {
        using var browser = await AtAsync(Owner);
        var home = await RegisterAsync(browser);
        using var citizen = Provider.Browser();
        var refused = await citizen.OpenAsync($"/authorize?client_id={home.Split('/')[^1]}&response_type=code&scope=openid&redirect_uri=https%3A%2F%2Fwrong.example%2F&state=citizens-own");
        var reference = Regex.Match(refused.Words, "\\b[2-9B-DF-HJ-KM-NP-TV-XZ]{8}\\b").Value;

        var page = await browser.OpenAsync($"{home}/requests?q={reference.ToLowerInvariant()}");

        Assert.Contains("Authorization", page.Words, StringComparison.Ordinal);
        Assert.Contains("redirect_uri", page.Words, StringComparison.Ordinal);
        Assert.Contains(reference, page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("citizens-own", page.Html, StringComparison.Ordinal);
        Assert.Contains("No request has these words", (await browser.OpenAsync($"{home}/requests?q=ZZZZ9999")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_an_hour_it_is_switched_on_again()
    {
        using var browser = await AtAsync(Owner);
        var home = await RegisterAsync(browser);
        Provider.Clock.Advance(TimeSpan.FromHours(1));
        await Provider.SignInAsync(browser, Owner.AccountId, Identity.Domain.Sessions.Trust.ProofMethod.PasskeySynced);

        var page = await browser.OpenAsync($"{home}/requests");
        Assert.Contains("No requests are written down now", page.Words, StringComparison.Ordinal);
        page = await browser.SubmitAsync(page with { Address = new Uri(page.Address + "?handler=On") });
        Assert.Contains("Requests are written down until", page.Words, StringComparison.Ordinal);
    }

    private async Task<string> RegisterAsync(TestBrowser browser) => (await browser.SubmitAsync(
        await browser.OpenAsync($"{Place}/applications/new"), ("Kind", "Browser"), ("AppName", "Riverside Bookings"), ("Purpose", "To book."), ("Redirects", "https://app.riverside.example/"))).Path;
}
