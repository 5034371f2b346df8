using Identity.Testing;

namespace Identity.Tests.Web.Themes;

/// <summary>Which theme a page wears: that of the application, else of the host, else the configured one.</summary>
public sealed class ChoiceTests
{
    private const string Dark = "content=\"#000000\"";
    private const string Green = "content=\"#15403a\"";

    [Theory]
    [InlineData("identity.example", Green)]
    [InlineData("city.example", Dark)]
    [InlineData("CITY.example", Dark)]
    public async Task A_host_may_have_a_theme_of_its_own(string host, string brand)
    {
        await using var look = await LookHost.StartAsync(settings: [("Themes:Hosts:city.example", "high-contrast")]);

        var page = await look.Browser(host).GetStringAsync("/help", TestContext.Current.CancellationToken);

        Assert.Contains(brand, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_configuration_chooses_for_everybody()
    {
        await using var look = await LookHost.StartAsync(settings: [("Themes:Name", "high-contrast")]);

        Assert.Contains(Dark, await look.Browser().GetStringAsync("/help", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_comes_from_an_application_sees_its_theme_from_the_first_page_to_a_dead_end()
    {
        await using var provider = await TestProvider.StartAsync(settings: [("Themes:Clients:appointments", "high-contrast")]);
        await provider.RegisterAsync(TestClient.Appointments);
        await provider.RegisterAsync(TestClient.Appointments with { ClientId = "other" });
        await provider.CreateAccountAsync();
        using var browser = provider.Browser();

        var first = await browser.OpenAsync(new TestClient(TestClient.Appointments).AuthorizeUrl());
        var problem = await browser.SubmitAsync(first, ("Email", ""));
        var elsewhere = await browser.OpenAsync(new TestClient(TestClient.Appointments).AuthorizeUrl(("client_id", "other")));
        var own = await browser.OpenAsync("help");

        Assert.Contains(Dark, first.Html, StringComparison.Ordinal);
        Assert.Contains(Dark, problem.Html, StringComparison.Ordinal);
        Assert.Contains(Green, elsewhere.Html, StringComparison.Ordinal);
        Assert.Contains(Green, own.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_theme_brings_its_own_words_and_lets_the_other_keep_theirs()
    {
        var folder = Directory.CreateTempSubdirectory("themes").FullName;
        foreach (var theme in new[] { "default", "city" })
        {
            Directory.CreateDirectory(Path.Combine(folder, theme));
            foreach (var file in Directory.GetFiles(Repository.At("themes", "default")))
                File.Copy(file, Path.Combine(folder, theme, Path.GetFileName(file)));
        }

        await File.WriteAllTextAsync(Path.Combine(folder, "city", "messages.en.json"), """{ "help.title": "Ask the town hall" }""", TestContext.Current.CancellationToken);
        await using var look = await LookHost.StartAsync(settings: [("Themes:Folder", folder), ("Themes:Hosts:city.example", "city")]);

        Assert.Contains("Ask the town hall", await look.Browser("city.example").GetStringAsync("/help", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("<h1>Get help</h1>", await look.Browser().GetStringAsync("/help", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }
}
