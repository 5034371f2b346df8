using Identity.Domain.Partners;
using Identity.Testing;
using Identity.Tests.Web.Pages.Journeys;

namespace Identity.Tests.Web.Pages.Home;

/// <summary>A sign-in that begins at the account page and not at the application.</summary>
[Spec("OpenID Connect Core", "4")]
public sealed class BeginHereTests : JourneyTest
{
    private const string Link = "Go to Appointments";
    private static readonly Client Starting = TestClient.Appointments with { InitiateLoginUri = "https://appointments.example/begin?from=account" };

    [Fact]
    public async Task The_application_is_told_who_signs_the_citizen_in()
    {
        var home = await HomeAsync(Starting);

        Assert.Contains(Link, home.Words, StringComparison.Ordinal);
        Assert.Contains($"href=\"https://appointments.example/begin?from=account&amp;iss={Uri.EscapeDataString(TestProvider.Issuer.AbsoluteUri)}\"", home.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_leads_to_an_application_that_names_no_address() =>
        Assert.DoesNotContain(Link, (await HomeAsync(TestClient.Appointments)).Words, StringComparison.Ordinal);

    [Fact]
    public async Task Nothing_leads_to_an_application_that_is_paused() =>
        Assert.DoesNotContain(Link, (await HomeAsync(Starting with { Paused = true })).Words, StringComparison.Ordinal);

    [Theory]
    [InlineData("http://appointments.example/begin", "https")]
    [InlineData("https://appointments.example/begin#now", "fragment")]
    [InlineData("javascript:alert(1)", "absolute")]
    public void An_address_that_is_not_safe_is_not_registered(string uri, string word)
    {
        var fault = Assert.Single(ClientValidator.Faults(Starting with { InitiateLoginUri = uri }));

        Assert.StartsWith("initiate_login_uri: ", fault, StringComparison.Ordinal);
        Assert.Contains(word, fault, StringComparison.Ordinal);
    }

    private async Task<Page> HomeAsync(Client registration)
    {
        await SignInAsync(await ComeFromApplicationAsync());
        await Provider.ConsentAsync(Alice, Client.Registration);
        await Provider.RegisterAsync(registration);
        return await Browser.OpenAsync("/");
    }
}
