using System.Globalization;
using System.Text.RegularExpressions;
using Identity.Web.Locales;

namespace Identity.Tests.Web.Locales;

/// <summary>What is shipped in other languages than English: whole, and really translated.</summary>
public sealed partial class TranslationTests
{
    /// <summary>What may read the same in another language, and why.</summary>
    private static readonly Dictionary<string, string> SameInBoth = new()
    {
        ["brand.name"] = "a name",
        ["format.date"] = "a pattern: the names of months come from the platform",
        ["format.month"] = "as above",
        ["format.year"] = "as above",
        ["format.time"] = "a pattern: public services write am and pm in Welsh too",
        ["frame.title"] = "holds no words",
        ["organisation.link"] = "holds no words",
    };

    public static TheoryData<string> Translations => [.. Words.Catalogue.Locales.Skip(1)];

    [Fact]
    public void English_and_Welsh_are_spoken() => Assert.Equal(["en", "cy"], Words.Catalogue.Locales);

    /// <summary>The reader compares them key by key and placeholder by placeholder; see <see cref="CatalogueTests"/>.</summary>
    [Fact]
    public void Every_locale_says_the_same_with_the_same_placeholders()
    {
        List<string> faults = [];
        CatalogueReader.Shipped("en", faults).Finish();
        Assert.Empty(faults);
    }

    [Theory]
    [MemberData(nameof(Translations))]
    public void A_locale_has_the_files_and_the_order_of_the_original(string locale)
    {
        foreach (var file in Repository.Files("src/Identity.Web/Locales/en", "*.json"))
            Assert.Equal(KeysOf(file), KeysOf(file.Replace("/en/", $"/{locale}/", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Translations))]
    public void Nothing_is_left_in_English(string locale) =>
        Assert.Empty(Words.Catalogue.Keys.Where(key => Source(locale, key) == Source("en", key)).Except(SameInBoth.Keys));

    [Fact]
    public void What_may_read_the_same_exists() => Assert.Empty(SameInBoth.Keys.Except(Words.Catalogue.Keys));

    [Theory]
    [MemberData(nameof(Translations))]
    public void A_translation_keeps_the_paragraphs_and_the_numbers_of_the_original(string locale) =>
        Assert.DoesNotContain(Words.Catalogue.Keys, key => Shape(Source(locale, key)) != Shape(Source("en", key)));

    [Theory]
    [MemberData(nameof(Translations))]
    public void A_date_can_be_written_and_read_back(string locale)
    {
        var culture = CultureInfo.GetCultureInfo(locale);
        for (int month = 1; month <= 12; month++)
        {
            var date = new DateOnly(1985, month, 27);
            Assert.Equal(date, DateOnly.ParseExact(date.ToString(Source(locale, "format.date"), culture), Source(locale, "format.date"), culture));
        }
    }

    [Fact]
    public void Welsh_writes_an_apostrophe_as_printers_do() =>
        Assert.DoesNotContain(Words.Catalogue.Keys, key => Source("cy", key).Contains('\'', StringComparison.Ordinal));

    /// <summary>These change before a vowel, or change the letter after them, so no name of a service may follow.</summary>
    [Fact]
    public void No_Welsh_word_that_bends_stands_before_a_name() =>
        Assert.DoesNotContain(Words.Catalogue.Keys, key => Bending().IsMatch(Source("cy", key)));

    private static string Source(string locale, string key) => Words.Catalogue.Find(locale, key).Source;

    private static string Shape(string source) =>
        $"{source.Count(c => c == '\n')} {string.Join(' ', Digits().Matches(source).Select(match => match.Value).Order(StringComparer.Ordinal))} {source.EndsWith('.')} {source.EndsWith('?')}";

    private static IEnumerable<string> KeysOf(string file) => Key().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();

    [GeneratedRegex("^  \"([^\"]+)\":", RegexOptions.Multiline)]
    private static partial Regex Key();

    [GeneratedRegex(@"\b(â|ag|a|ac|gyda|gydag|na|nac|y|yr|yn|fy|ei|eich)\s+(\*\*)?\{", RegexOptions.IgnoreCase)]
    private static partial Regex Bending();
}
