using Identity.Domain.Partners;
using Identity.Testing;

namespace Identity.Tests.Protocol.Interaction;

/// <summary>What a client registered for requests that say nothing of it. Alice signed in by password ten minutes ago.</summary>
[Spec("OpenID Connect Registration", "2")]
public sealed class RegisteredDefaultTests : ProtocolTest
{
    private static readonly Client Registration = TestClient.Appointments with { ClientId = "strict" };

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Provider.Clock.Advance(TimeSpan.FromMinutes(10));
    }

    [Theory]
    [InlineData(600, "error")]
    [InlineData(601, "code")]
    public async Task The_default_max_age_counts_where_the_request_has_none(int seconds, string outcome)
    {
        var strict = await RegisterAsync(Registration with { DefaultMaxAge = seconds });

        Assert.Contains(outcome, await AuthorizeAsync(strict, ("prompt", "none")));
    }

    [Fact]
    public async Task The_max_age_of_a_request_counts_before_it()
    {
        var strict = await RegisterAsync(Registration with { DefaultMaxAge = 60 });

        Assert.Contains("code", await AuthorizeAsync(strict, ("prompt", "none"), ("max_age", "601")));
    }

    [Fact]
    public async Task Whoever_signs_in_for_it_is_not_asked_again()
    {
        var strict = await RegisterAsync(Registration with { DefaultMaxAge = 0 });
        using var asked = await Browser.GetAsync(strict.AuthorizeUrl());

        Assert.Contains("code", await SignInAsync(asked));
    }

    [Fact]
    public async Task The_default_acr_values_count_where_the_request_has_none()
    {
        var strict = await RegisterAsync(Registration with { DefaultAcrValues = ["aal2"] });

        Assert.Equal("login_required", (await AuthorizeAsync(strict, ("prompt", "none")))["error"]);
        Assert.Contains("code", await AuthorizeAsync(strict, ("prompt", "none"), ("acr_values", "aal1")));
        Assert.Contains("code", await AuthorizeAsync(strict, ("prompt", "none"), ("claims", """{"id_token":{"acr":{"value":"aal1"}}}""")));
    }

    [Fact]
    public async Task They_count_for_a_pushed_request_too()
    {
        var strict = await RegisterAsync(Registration with { DefaultMaxAge = 60, DefaultAcrValues = ["aal1"] });
        var pushed = await TestClient.SendAsync(Http, "par", strict.Parameters(("prompt", "none")), TestClient.Basic("strict", TestClient.Secret));

        using var answer = await Browser.GetAsync($"authorize?client_id=strict&request_uri={Uri.EscapeDataString(pushed["request_uri"] ?? "")}");

        Assert.Equal("login_required", TestClient.Answer(answer)["error"]);
    }

    [Fact]
    public void What_they_cannot_be_is_not_registered()
    {
        Assert.StartsWith("default_max_age: ", Assert.Single(ClientValidator.Faults(Registration with { DefaultMaxAge = -1 })), StringComparison.Ordinal);
        Assert.StartsWith("default_acr_values: ", Assert.Single(ClientValidator.Faults(Registration with { DefaultAcrValues = ["aal9"] })), StringComparison.Ordinal);
    }
}
