using System.Globalization;
using System.Net;
using Identity.Testing;

namespace Identity.Tests.Web.Organisation;

[Spec("RFC 9116", "2.5")]
public sealed class SecurityTextTests
{
    private static readonly (string, string) Contact = ("Organisation:SecurityContact", "mailto:security@identity.example");

    [Fact]
    [Spec("RFC 9116", "3")]
    public async Task It_says_whom_to_tell_in_which_language_and_where_it_belongs()
    {
        await using var provider = await TestProvider.StartAsync(settings: [Contact, ("Organisation:SecurityPolicyUrl", "https://identity.example/policy")]);
        using var http = provider.Backchannel();
        using var response = await http.GetAsync(".well-known/security.txt", TestContext.Current.CancellationToken);

        var fields = await FieldsAsync(response);

        Assert.Equal("text/plain; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Equal("mailto:security@identity.example", fields["Contact"]);
        Assert.StartsWith("en", fields["Preferred-Languages"], StringComparison.Ordinal);
        Assert.Equal($"{TestProvider.Issuer}.well-known/security.txt", fields["Canonical"]);
        Assert.Equal("https://identity.example/policy", fields["Policy"]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [Spec("RFC 9116", "2.5.5")]
    public async Task It_never_expires_while_it_is_served_and_never_as_much_as_a_year_ahead(int hours)
    {
        await using var provider = await TestProvider.StartAsync(settings: [Contact]);
        provider.Clock.Advance(TimeSpan.FromHours(hours));
        using var http = provider.Backchannel();
        using var response = await http.GetAsync(".well-known/security.txt", TestContext.Current.CancellationToken);

        var expires = DateTimeOffset.Parse((await FieldsAsync(response))["Expires"], CultureInfo.InvariantCulture);

        Assert.InRange(expires - provider.Clock.GetUtcNow(), TimeSpan.FromDays(30), TimeSpan.FromDays(364));
    }

    [Fact]
    public async Task Without_somebody_to_tell_there_is_none()
    {
        await using var provider = await TestProvider.StartAsync();
        using var http = provider.Backchannel();

        using var response = await http.GetAsync(".well-known/security.txt", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData("SecurityContact", "security@identity.example")]
    [InlineData("SecurityContact", "http://identity.example")]
    [InlineData("SecurityContact", "mailto:a@b.example\r\nPolicy: https://evil.example")]
    [InlineData("SecurityPolicyUrl", "policy")]
    [InlineData("PrivacyRegulatorUrl", "javascript:alert(1)")]
    [InlineData("PrivacyEmail", "nobody")]
    [InlineData("Reviewed", "yesterday")]
    [InlineData("AccessibilityTested", "2026-02-30")]
    public async Task What_could_not_be_written_down_stops_the_start(string key, string value)
    {
        var (exit, _, error) = await Program.RunAsync(["check-config", "--environment=Development", $"--Organisation:{key}={value}"]);

        Assert.Equal(1, exit);
        Assert.StartsWith($"Organisation:{key} is ", error[0], StringComparison.Ordinal);
    }

    private static async Task<Dictionary<string, string>> FieldsAsync(HttpResponseMessage response) =>
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(": ", 2)).ToDictionary(line => line[0], line => line[1]);
}
