using Identity.Testing;
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

    [Theory]
    [InlineData("\"contrast\": \"AAAA\", \"logo\"", "theme.json: the contrast is 'AAAA'; write AA or AAA")]
    [InlineData("\"colour\": \"red\", \"logo\"", "theme.json: The JSON property 'colour' could not be mapped")]
    [InlineData("\"logo\": \"logo.svg\" \"logo\"", "theme.json: ")]
    public void What_theme_json_says_is_understood_or_refused(string instead, string fault)
    {
        Change("theme.json", "\"logo\"", instead);
        Assert.Contains(Faults(), found => found.StartsWith(fault, StringComparison.Ordinal));
    }

    [Fact]
    public void A_theme_says_how_to_reach_people()
    {
        Change("theme.json", "\"phone\"", "\"fax\"");
        Assert.Contains(Faults(), found => found.StartsWith("theme.json: ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--id-accent: red", "tokens.css: '--id-accent' is 'red'; write a colour as #rrggbb")]
    [InlineData("--id-accent: #e3a72f; --id-accent: #e3a72f", "tokens.css: '--id-accent' stands twice")]
    public void A_colour_is_written_once_and_in_one_way(string declaration, string fault)
    {
        Change("tokens.css", "--id-accent: #e3a72f", declaration);
        Assert.Contains(fault, Faults());
    }

    [Fact]
    public void A_logo_is_small()
    {
        Change("logo.svg", "<rect", $"<path d=\"{new string('M', 4096)}\"/><rect");
        Assert.Contains(Faults(), fault => fault.EndsWith("4096 at most", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{ "frame.continue": "On your way" }""", "frame.continue")]
    [InlineData("""{ "frame.help": "Ask {them" }""", "frame.help")]
    [InlineData("""{ "frame.help": 1 }""", "messages.en.json")]
    public void A_message_that_could_not_be_said_stops_the_start(string messages, string named)
    {
        File.WriteAllText(At("messages.en.json"), messages);
        Assert.Contains(Faults(), fault => fault.Contains(named, StringComparison.Ordinal));
    }

    [Fact]
    public void Words_of_a_language_that_is_not_spoken_here_stop_the_start()
    {
        File.WriteAllText(At("messages.xx.json"), """{ "frame.help": "Xx" }""");
        Assert.Contains("messages.xx.json: the locale 'xx' is not spoken here", Faults());
    }

    [Fact]
    [Spec("WCAG", "1.4.6")]
    public void A_theme_of_level_AAA_stands_out_more_than_one_of_level_AA()
    {
        Change("theme.json", "\"logo\"", "\"contrast\": \"AAA\", \"logo\"");
        Assert.Contains(Faults(), fault => fault.EndsWith("it needs 7", StringComparison.Ordinal));
    }

    [Fact]
    [Spec("WCAG", "1.4.6")]
    public void The_theme_of_high_contrast_is_one_of_level_AAA()
    {
        var tokens = Tokens.Read(File.ReadAllText(Repository.At("themes", "high-contrast", "tokens.css")), []);
        Assert.All(TokenPairs.All, pair => Assert.InRange(tokens[pair.Front].Contrast(tokens[pair.Back]), pair.LeastEnhanced, 21));
        Assert.Contains("\"contrast\": \"AAA\"", File.ReadAllText(Repository.At("themes", "high-contrast", "theme.json")), StringComparison.Ordinal);
    }

    [Fact]
    public void Faults_of_every_theme_that_somebody_may_see_are_listed_at_once()
    {
        Change("tokens.css", "--id-focus: #ffcb45;", "");
        var options = new ThemeOptions { Folder = "", Name = _folder, Hosts = { ["city.example"] = At("nowhere") } };

        var faults = Assert.Throws<BrokenThemeException>(() => new Wardrobe(Options.Create(options), Options.Create(new LocaleOptions()))).Faults;

        Assert.Contains("tokens.css: '--id-focus' is missing", faults);
        Assert.Contains(faults, fault => fault.StartsWith($"{At("nowhere")}/theme.json: there is no such file", StringComparison.Ordinal));
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
