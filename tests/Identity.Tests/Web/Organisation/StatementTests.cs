using Identity.Testing;

namespace Identity.Tests.Web.Organisation;

/// <summary>The pages about accessibility, privacy and terms say what the organisation said, and admit what it did not.</summary>
public sealed class StatementTests
{
    [Theory]
    [InlineData("accessibility", "Disabled people have not tested it with us yet.")]
    [InlineData("accessibility", "Nobody at the organisation has checked this page yet.")]
    [InlineData("privacy", "Identity runs Identity and answers for what it knows about you.")]
    [InlineData("privacy", "help@identity.example")]
    [InlineData("terms", "Nobody at the organisation has checked this page yet.")]
    public Task Without_settings_a_page_claims_nothing(string page, string words) => SaysAsync(page, words);

    [Theory]
    [InlineData("accessibility", "Disabled people last tested it with us on 2 February 2026.", "AccessibilityTested", "2026-02-02")]
    [InlineData("accessibility", "you can complain to Equality Commission .", "AccessibilityBody", "Equality Commission", "AccessibilityBodyUrl", "https://commission.example/")]
    [InlineData("accessibility", "This page was last checked on 3 March 2026.", "Reviewed", "2026-03-03")]
    [InlineData("privacy", "Harbour Council runs Identity", "Name", "Harbour Council")]
    [InlineData("privacy", "Write to us at 1 Quay Street.", "Address", "1 Quay Street")]
    [InlineData("privacy", "privacy@harbour.example", "PrivacyEmail", "privacy@harbour.example")]
    [InlineData("privacy", "you can complain to Data Office.", "PrivacyRegulator", "Data Office")]
    [InlineData("terms", "Harbour Council runs Identity", "Name", "Harbour Council")]
    public Task What_the_organisation_said_stands_on_its_page(string page, string words, params string[] settings) =>
        SaysAsync(page, words, [.. settings.Chunk(2).Select(pair => ($"Organisation:{pair[0]}", pair[1]))]);

    [Fact]
    public async Task Every_page_leads_to_them()
    {
        await using var host = await LookHost.StartAsync();
        var page = await (await host.GetAsync("/help")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.All(["/help", "/accessibility", "/privacy", "/cookies", "/terms"], path => Assert.Contains($"<li><a href=\"{path}\">", page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_checks_the_settings_of_Production_is_told_what_is_still_to_be_said()
    {
        var (_, output, _) = await Program.RunAsync(["check-config", "--environment=Staging", "--Protocol:Issuer=https://identity.example",
            "--Mail:Host=smtp.example", "--Mail:FromAddress=no-reply@identity.example"]);

        Assert.Contains("Caution: Organisation:SecurityContact is empty. There is no security.txt, so nobody is told how to report a fault.", output);
        Assert.Contains(output, line => line.StartsWith("Caution: Organisation:Name is empty.", StringComparison.Ordinal));
    }

    private static async Task SaysAsync(string path, string words, params (string, string)[] settings)
    {
        await using var host = await LookHost.StartAsync(settings: settings);
        var html = await (await host.GetAsync("/" + path)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains(words, new Page(new Uri("https://identity.example/"), System.Net.HttpStatusCode.OK, html).Words, StringComparison.Ordinal);
    }
}
