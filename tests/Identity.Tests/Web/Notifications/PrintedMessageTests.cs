using System.Text;
using Identity.Domain.Accounts;
using Identity.Domain.Notifications;
using Identity.Domain.Notifications.Letters;
using Identity.Testing;
using Identity.Tests.Domain.Notifications.Letters;
using Identity.Web.Notifications;
using Microsoft.Extensions.Options;
using Message = Identity.Domain.Notifications.Message;

namespace Identity.Tests.Web.Notifications;

/// <summary>Every message that may be sent, in every language, as the letter that it may go out as.</summary>
public sealed class PrintedMessageTests : IDisposable
{
    private readonly LetterFonts _fonts = new(Options.Create(new LetterOptions()));

    public static TheoryData<string, string> Letters => new(
        from locale in Words.Catalogue.Locales
        from template in typeof(AccountMessages).Assembly.GetTypes()
            .Where(type => type.Name.EndsWith("Messages", StringComparison.Ordinal))
            .SelectMany(type => type.GetFields()).Where(name => name.IsLiteral).Select(name => (string)name.GetRawConstantValue()!) // A literal has a value.
        select (locale, template));

    public void Dispose() => _fonts.Dispose();

    [Theory]
    [MemberData(nameof(Letters))]
    public void It_is_one_sheet_that_says_all_of_it(string locale, string template)
    {
        var names = Words.Catalogue.Find(locale, $"messages.{template}.body").Names.Except(["service", "home"]);
        var message = new Message(MessageChannel.Letter, "Alice Archer\n1 High Street\nCardiff\nCF10 1AA", template, locale, names.ToDictionary(name => name, Value)) { Life = TimeSpan.FromDays(1) };
        var words = MessageTexts.Render(Words.Text, new Uri("https://account.identity.example.org/"), message) with { Locale = locale };

        using var letter = new PrintedLetter(new LetterPdf(_fonts).Write(message.Destination, words, TestClock.Start().GetUtcNow()));

        Assert.Equal((1, words.Subject), (letter.Pages, letter.Title));
        Assert.Contains(Letters(words.Body), Letters(letter.Text()), StringComparison.Ordinal);

        // Where lines break, spaces go; what isolates a name that runs the other way is not printed.
        static string Letters(string text) => string.Concat(text.Normalize(NormalizationForm.FormKC).Where(letter => !char.IsWhiteSpace(letter) && letter is not ('\u2068' or '\u2069')));
    }

    private static string Value(string name) => name switch
    {
        "when" => "1780300800000",
        "link" => "not-me/AAAAAAAAAAAAAAAAAAAAAA",
        _ => "ABCDE-12345",
    };
}
