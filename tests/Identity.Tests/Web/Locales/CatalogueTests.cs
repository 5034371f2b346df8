using System.Text;
using Identity.Web.Locales;

namespace Identity.Tests.Web.Locales;

/// <summary>The default locale is English; each test gives files and reads every fault there is in them.</summary>
public sealed class CatalogueTests
{
    private readonly List<string> _faults = [];

    [Fact]
    public void Each_locale_says_everything_that_the_first_one_says() =>
        Assert.Equal(["cy/a.json: 'a.two' is missing"], Faults(("en", """{ "a.one": "1", "a.two": "2" }"""), ("cy", """{ "a.one": "1" }""")));

    [Fact]
    public void No_locale_says_more_than_the_first_one() =>
        Assert.Equal(["cy/a.json: 'a.two' is unknown to the default locale"], Faults(("en", """{ "a.one": "1" }"""), ("cy", """{ "a.one": "1", "a.two": "2" }""")));

    [Theory]
    [InlineData("At {when}", "Am {pryd}", "has {pryd} where {when} is expected")]
    [InlineData("At {when}", "Nawr", "has nothing where {when} is expected")]
    [InlineData("Now", "Am {when}", "has {when} where nothing is expected")]
    [InlineData("[Sign in](way)", "Ewch i {way}", "has {way} where […](way) is expected")]
    public void A_translation_has_the_placeholders_and_links_of_the_original(string original, string translation, string fault) =>
        Assert.Equal([$"cy/a.json: 'a.one' {fault}"], Faults(("en", $$"""{ "a.one": "{{original}}" }"""), ("cy", $$"""{ "a.one": "{{translation}}" }""")));

    [Fact]
    public void A_translation_may_turn_the_order_round() =>
        Assert.Empty(Faults(("en", """{ "a.one": "{x} of {y}" }"""), ("cy", """{ "a.one": "{y}: {x}" }""")));

    [Theory]
    [InlineData("""{ "b.one": "1" }""", "en/a.json: 'b.one' does not begin with 'a.'")]
    [InlineData("""{ "a.one": "Hello {name" }""", "en/a.json: 'a.one': '}' is missing")]
    [InlineData("""{ "a.one": "Hello **you" }""", "en/a.json: 'a.one': '**' is missing")]
    [InlineData("""{ "a.one": "1", "a.one": "2" }""", "en/a.json: 'a.one' stands here twice")]
    [InlineData("""{ "a.one": 1 }""", "en/a.json: 'a.one' is a number, not a text")]
    [InlineData("""{ "a.one": null }""", "en/a.json: 'a.one' is null, not a text")]
    [InlineData("""{ "a.one": { "a.two": "2" } }""", "en/a.json: 'a.one' is an object, not a text")]
    [InlineData("""{ "a.one": ["1"] }""", "en/a.json: 'a.one' is a list, not a text")]
    [InlineData("""{ "a.one": " " }""", "en/a.json: 'a.one' is empty")]
    [InlineData("""{ "a.one": "\ud83d" }""", "en/a.json: 'a.one' holds half a character")]
    [InlineData("""["a.one"]""", "en/a.json: expected an object of texts, not a list")]
    [InlineData("null", "en/a.json: expected an object of texts, not null")]
    public void A_fault_is_named_by_its_file_and_key(string json, string fault) =>
        Assert.Equal([fault], Faults(("en", json)));

    [Theory]
    [InlineData("")]
    [InlineData("[")]
    [InlineData("""{ "a.one": "1", }""")]
    [InlineData("""{ "a.one": "1" } {}""")]
    [InlineData("<html>")]
    public void A_file_that_is_not_JSON_is_named_once(string json) =>
        Assert.StartsWith("cy/a.json: this is not JSON.", Assert.Single(Faults(("en", """{ "a.one": "1", "a.two": "2" }"""), ("cy", json))), StringComparison.Ordinal);

    [Fact]
    public void A_file_that_is_not_UTF_8_is_named_once() =>
        Assert.Equal(["cy/a.json: the file is not UTF-8"], Faults(("en", Utf8("""{ "a.one": "1" }""")), ("cy", Encoding.Latin1.GetBytes("""{ "a.one": "tŷ â" }"""))));

    [Fact]
    public void A_file_may_begin_with_the_mark_that_some_editors_write() =>
        Assert.Empty(Faults(("en", [.. Encoding.UTF8.Preamble, .. Utf8("""{ "a.one": "1" }""")])));

    [Fact]
    public void A_file_that_is_too_large_is_named_once() =>
        Assert.Equal(["cy/a.json: the file is larger than 128 KB"],
            Faults(("en", """{ "a.one": "1" }"""), ("cy", $$"""{ "a.one": "{{new string('x', LocaleFile.MostBytes)}}" }""")));

    [Theory]
    [InlineData("welsh")]
    [InlineData("xx")]
    [InlineData("CY")]
    public void A_folder_that_is_no_language_is_named(string folder) =>
        Assert.Equal([$"{folder}/a.json: there is no language '{folder}'"], Faults(("en", """{ "a.one": "1" }"""), (folder, """{ "a.one": "1" }""")));

    [Fact]
    public void Without_the_default_locale_nothing_starts() =>
        Assert.Equal(["The default locale 'en' has no messages"], Faults(("cy", """{ "a.one": "1" }""")));

    [Fact]
    public void Every_fault_of_every_file_is_listed_at_once() =>
        Assert.Equal(
            [
                "en/a.json: 'a.broken': '}' is missing",
                "cy/a.json: 'a.empty' is empty",
                "cy/a.json: 'a.missing' is missing",
                "cy/a.json: 'a.named' has nothing where {name} is expected",
                "cy/a.json: 'a.strange' is unknown to the default locale",
            ],
            Faults(
                ("en", """{ "a.broken": "{", "a.empty": "1", "a.missing": "2", "a.named": "{name}" }"""),
                ("cy", """{ "a.broken": "x", "a.empty": "", "a.named": "Neb", "a.strange": "?" }""")));

    [Fact]
    public void A_theme_overrides_what_exists_with_the_same_placeholders()
    {
        var reader = new CatalogueReader("en", _faults);
        reader.Add("en", "a", File("""{ "a.one": "At {when}", "a.two": "2" }"""));
        reader.Override("en", "messages.en.json", File("""{ "a.one": "Soon", "a.three": "3", "a.two": "two" }"""));
        reader.Override("fr", "messages.fr.json", File("""{ "a.two": "deux" }"""));

        Assert.Equal("two", reader.Finish().Find("en", "a.two").Source);
        Assert.Equal(
            [
                "messages.en.json: 'a.one' has nothing where {when} is expected",
                "messages.en.json: there is no message 'a.three'",
                "messages.fr.json: the locale 'fr' is not spoken here",
            ], _faults);
    }

    private List<string> Faults(params (string Locale, string Json)[] files) =>
        Faults([.. files.Select(file => (file.Locale, Utf8(file.Json)))]);

    private List<string> Faults(params (string Locale, byte[] Json)[] files)
    {
        var reader = new CatalogueReader("en", _faults);
        foreach (var (locale, json) in files)
            reader.Add(locale, "a", new MemoryStream(json));
        reader.Finish();
        return _faults;
    }

    private static MemoryStream File(string json) => new(Utf8(json));

    private static byte[] Utf8(string json) => Encoding.UTF8.GetBytes(json);
}
