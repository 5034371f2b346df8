using System.Text;
using Identity.Web.Locales;

namespace Identity.Tests.Web.Locales;

public sealed class CatalogueTests
{
    private readonly List<string> _faults = [];

    [Fact]
    public void Each_locale_says_everything_that_the_first_one_says() =>
        Assert.Equal(["cy: 'a.two' is missing"], Faults(("en", """{ "a.one": "1", "a.two": "2" }"""), ("cy", """{ "a.one": "1" }""")));

    [Fact]
    public void No_locale_says_more_than_the_first_one() =>
        Assert.Equal(["cy: 'a.two' is unknown to the default locale"], Faults(("en", """{ "a.one": "1" }"""), ("cy", """{ "a.one": "1", "a.two": "2" }""")));

    [Fact]
    public void A_translation_names_what_the_original_names() =>
        Assert.Equal(["cy: 'a.one' names {pryd} where {when} is expected"], Faults(("en", """{ "a.one": "At {when}" }"""), ("cy", """{ "a.one": "Am {pryd}" }""")));

    [Fact]
    public void A_translation_may_turn_the_order_round() =>
        Assert.Empty(Faults(("en", """{ "a.one": "{x} of {y}" }"""), ("cy", """{ "a.one": "{y}: {x}" }""")));

    [Theory]
    [InlineData("""{ "b.one": "1" }""", "en/a.json: the key 'b.one' does not begin with 'a.'")]
    [InlineData("""{ "a.one": "{" }""", "en: 'a.one': '}' is missing")]
    [InlineData("""{ "a.one": "1", "a.one": "2" }""", "Duplicate")]
    [InlineData("""{ "a.one": 1 }""", "en/a.json")]
    [InlineData("""[""", "en/a.json")]
    public void A_file_with_a_fault_is_named(string json, string fault) =>
        Assert.Contains(Faults(("en", json)), found => found.Contains(fault, StringComparison.Ordinal));

    [Fact]
    public void Without_the_default_locale_nothing_starts() =>
        Assert.Equal(["The default locale 'en' has no messages"], Faults(("cy", """{ "a.one": "1" }""")));

    private List<string> Faults(params (string Locale, string Json)[] files)
    {
        var reader = new CatalogueReader("en", _faults);
        foreach (var (locale, json) in files)
            reader.Add(locale, "a", new MemoryStream(Encoding.UTF8.GetBytes(json)));
        reader.Finish();
        return _faults;
    }
}
