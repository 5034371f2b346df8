using System.Text.RegularExpressions;

namespace Identity.Tests.Web.Locales;

/// <summary>What a citizen reads is short and in everyday words.</summary>
public sealed partial class PlainLanguageTests
{
    private static readonly string[] Jargon =
    [
        "OTP", "2FA", "MFA", "authenticate", "authentication", "authorize", "authorise", "credential", "credentials", "log in",
        "login", "log out", "logout", "log off", "username", "user ID", "token", "session", "invalid", "client", "please", "e-mail",
    ];

    private static readonly IReadOnlyList<(string Key, string Words)> Messages =
        [.. Words.Catalogue.Keys.Select(key => (key, Placeholder().Replace(Words.Catalogue.Find("en", key).Source, "it")))];

    [Fact]
    public void A_sentence_has_15_words_on_average_at_most()
    {
        string[] sentences = [.. Messages.SelectMany(message => Sentence().Split(message.Words)).Where(sentence => Count(sentence) > 2)];
        Assert.InRange(sentences.Average(Count), 1, 15);
    }

    [Fact]
    public void No_sentence_has_more_than_25_words() =>
        Assert.DoesNotContain(Messages, message => Sentence().Split(message.Words).Any(sentence => Count(sentence) > 25));

    [Fact]
    public void No_message_speaks_the_language_of_engineers() =>
        Assert.DoesNotContain(Messages, message => Jargon.Any(word => Regex.IsMatch(message.Words, $@"\b{word}\b", RegexOptions.IgnoreCase)));

    private static int Count(string sentence) => sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;

    [GeneratedRegex(@"(?<=[.?!])\s+")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\{\w+\}|\]\(\w+\)")]
    private static partial Regex Placeholder();
}
