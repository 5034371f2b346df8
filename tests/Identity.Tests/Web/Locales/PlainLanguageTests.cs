using System.Text.RegularExpressions;

namespace Identity.Tests.Web.Locales;

/// <summary>What a citizen reads is short, in every language, and in everyday words.</summary>
public sealed partial class PlainLanguageTests
{
    private static readonly string[] Jargon =
    [
        "OTP", "2FA", "MFA", "authenticate", "authentication", "authorize", "authorise", "credential", "credentials", "log in",
        "login", "log out", "logout", "log off", "username", "user ID", "token", "session", "invalid", "client", "please", "e-mail",
    ];

    // Whose pages speak of protocols by their names.
    private static readonly string[] OfDevelopers = ["partners.", "docs."];

    public static TheoryData<string> Locales => [.. Words.Catalogue.Locales];

    [Theory]
    [MemberData(nameof(Locales))]
    public void A_sentence_has_15_words_on_average_at_most(string locale)
    {
        string[] sentences = [.. Messages(locale).SelectMany(message => Sentence().Split(message.Words)).Where(sentence => Count(sentence) > 2)];
        Assert.InRange(sentences.Average(Count), 1, 15);
    }

    [Theory]
    [MemberData(nameof(Locales))]
    public void No_sentence_has_more_than_25_words(string locale) =>
        Assert.DoesNotContain(Messages(locale), message => Sentence().Split(message.Words).Any(sentence => Count(sentence) > 25));

    [Fact]
    public void No_message_speaks_the_language_of_engineers() =>
        Assert.DoesNotContain(Messages("en").Where(message => !OfDevelopers.Any(page => message.Key.StartsWith(page, StringComparison.Ordinal))), message => Jargon.Any(word => Regex.IsMatch(message.Words, $@"\b{word}\b", RegexOptions.IgnoreCase)));

    private static IReadOnlyList<(string Key, string Words)> Messages(string locale) =>
        [.. Words.Catalogue.Keys.Select(key => (key, Placeholder().Replace(Words.Catalogue.Find(locale, key).Source, "it")))];

    private static int Count(string sentence) => sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;

    [GeneratedRegex(@"(?<=[.?!])\s+")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\{\w+\}|\]\(\w+\)")]
    private static partial Regex Placeholder();
}
