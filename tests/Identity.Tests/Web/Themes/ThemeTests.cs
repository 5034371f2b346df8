using Identity.Web.Locales;
using Identity.Web.Themes;
using Microsoft.Extensions.Options;

namespace Identity.Tests.Web.Themes;

/// <summary>Each test copies the default theme, breaks one thing, and reads it.</summary>
public sealed class ThemeTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("theme").FullName;

    public ThemeTests()
    {
        foreach (string file in Directory.GetFiles(Repository.At("themes", "default")))
            File.Copy(file, Path.Combine(_folder, Path.GetFileName(file)));
    }

    [Fact]
    public void Every_theme_that_is_shipped_can_be_worn()
    {
        foreach (string folder in Directory.GetDirectories(Repository.At("themes")))
            _ = Wear(folder);
    }

    [Fact]
    public void A_weak_contrast_stops_the_start()
    {
        Change("tokens.css", "--id-link: #0d5966", "--id-link: #9ab0b3");
        Assert.Contains(Faults(), fault => fault.Contains("link #9ab0b3 on body-background #ffffff", StringComparison.Ordinal));
    }

    [Fact]
    public void A_missing_token_stops_the_start()
    {
        Change("tokens.css", "--id-focus: #ffcb45;", "");
        Assert.Equal(["tokens.css: '--id-focus' is missing"], Faults());
    }

    [Theory]
    [InlineData("--id-focus: url(//evil.example)")]
    [InlineData("--id-unknown: #000000")]
    [InlineData("color: #000000")]
    public void Tokens_hold_colours_and_nothing_else(string declaration)
    {
        Change("tokens.css", "--id-accent: #e3a72f", declaration);
        Assert.NotEmpty(Faults());
    }

    [Fact]
    public void Tokens_are_one_rule()
    {
        File.AppendAllText(At("tokens.css"), "body { display: none }");
        Assert.Contains("tokens.css: expected one rule ':root { … }' and nothing else", Faults());
    }

    [Theory]
    [InlineData("<script/>")]
    [InlineData("<image href='https://evil.example'/>")]
    [InlineData("<path onclick='x'/>")]
    [InlineData("<g style='x'/>")]
    [InlineData("<unclosed>")]
    public void A_logo_only_draws(string inside)
    {
        File.WriteAllText(At("logo.svg"), $"<svg xmlns='http://www.w3.org/2000/svg'>{inside}</svg>");
        Assert.NotEmpty(Faults());
    }

    [Theory]
    [InlineData("../default/logo.svg")]
    [InlineData("/etc/hostname")]
    public void A_logo_lies_in_its_theme(string path)
    {
        Change("theme.json", "logo.svg", path);
        Assert.Equal([$"theme.json: the logo '{path}' lies outside the theme's folder"], Faults());
    }

    [Fact]
    public void A_theme_overrides_a_message()
    {
        File.WriteAllText(At("messages.en.json"), """{ "frame.help": "Ask the town hall" }""");
        Assert.Equal("Ask the town hall", Wear(_folder).Catalogue.Find("en", "frame.help").Source);
    }

    [Fact]
    public void A_theme_overrides_no_message_that_nobody_reads()
    {
        File.WriteAllText(At("messages.en.json"), """{ "frame.halp": "Ask" }""");
        Assert.Equal(["messages.en.json: there is no message 'frame.halp'"], Faults());
    }

    [Theory]
    [InlineData("\"cy\": \"Identity\"", "\"cy\": \" \"", "theme.json: the name in the locale 'cy' is empty")]
    [InlineData("\"cy\": \"Identity\"", "\"cy\": \"{Identity\"", "theme.json: 'name.cy': '}' is missing")]
    [InlineData(", \"cy\": \"Identity\"", "", "theme.json: the name is missing in the locale 'cy'")]
    [InlineData("\"cy\": \"Identity\"", "\"cy\": \"Identity\", \"fr\": \"Identité\"", "theme.json: there is a name in the locale 'fr', which is not spoken here")]
    public void A_theme_has_a_name_in_every_locale(string from, string to, string fault)
    {
        Change("theme.json", from, to);
        Assert.Equal([fault], Faults());
    }

    [Fact]
    public void Every_fault_is_listed_at_once()
    {
        File.Delete(At("logo.svg"));
        Change("tokens.css", "--id-focus: #ffcb45;", "");
        Change("theme.json", "\"en\"", "\"xx\"");
        File.WriteAllText(At("messages.en.json"), "{");
        var thrown = Assert.Throws<BrokenThemeException>(() => Wear(_folder));
        Assert.All(["logo.svg", "--id-focus", "name is missing", "messages.en.json"],
            part => Assert.Contains(part, thrown.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_theme_that_does_not_exist_is_named() =>
        Assert.Contains("theme.json: there is no such file", Assert.Throws<BrokenThemeException>(() => Wear(At("nowhere"))).Message, StringComparison.Ordinal);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static Wardrobe Wear(string folder) =>
        new(Options.Create(new ThemeOptions { Folder = "", Name = folder }), Options.Create(new LocaleOptions()));

    private IReadOnlyList<string> Faults() => Assert.Throws<BrokenThemeException>(() => Wear(_folder)).Faults;

    private string At(string file) => Path.Combine(_folder, file);

    private void Change(string file, string from, string to)
    {
        string before = File.ReadAllText(At(file));
        Assert.Contains(from, before, StringComparison.Ordinal);
        File.WriteAllText(At(file), before.Replace(from, to, StringComparison.Ordinal));
    }
}
