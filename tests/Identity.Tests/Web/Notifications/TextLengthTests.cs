using Identity.Domain.Accounts;
using Identity.Domain.Notifications;
using Identity.Domain.Notifications.Gateway;
using Identity.Domain.Phones;
using Identity.Testing;
using Identity.Web.Notifications;

namespace Identity.Tests.Web.Notifications;

/// <summary>Every text that may be sent, in every language, is one message and not several.</summary>
[Spec("3GPP TS 23.038", "6.2.1")]
public sealed class TextLengthTests
{
    private static readonly Uri Issuer = new("https://account.identity.example.org/");

    public static TheoryData<string, string> Texts => new(
        from locale in Words.Catalogue.Locales
        from template in Templates.Append(PhoneTexts.Code)
        select (locale, template));

    /// <summary>All that Domain can say: a notice may go to a telephone whatever it is about.</summary>
    private static IEnumerable<string> Templates => typeof(AccountMessages).Assembly.GetTypes()
        .Where(type => type.Name.EndsWith("Messages", StringComparison.Ordinal))
        .SelectMany(type => type.GetFields()).Where(template => template.IsLiteral)
        .Select(template => (string)template.GetRawConstantValue()!); // A literal has a value.

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_text_fits_one_message(string locale, string template)
    {
        var body = Render(MessageChannel.Text, locale, template).Body;

        Assert.True(TextAlphabet.Fits(body), $"{TextAlphabet.Length(body)} characters, GSM: {TextAlphabet.IsGsm(body)}: {body}");
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void So_does_one_with_a_link(string locale, string template)
    {
        var body = Render(MessageChannel.Text, locale, template, ("link", "not-me/AAAAAAAAAAAAAAAAAAAAAA")).Body;

        Assert.True(TextAlphabet.Fits(body), $"{TextAlphabet.Length(body)} characters, GSM: {TextAlphabet.IsGsm(body)}: {body}");
    }

    [Theory]
    [InlineData("en", "042917 is your Identity code. Do not share it.\n@account.identity.example.org #042917")]
    [InlineData("cy", "042917 yw eich cod Identity. Cadwch ef i chi eich hun.\n@account.identity.example.org #042917")]
    public void A_code_is_bound_to_the_site_by_its_last_line(string locale, string words) =>
        Assert.Equal(words, Render(MessageChannel.Text, locale, PhoneTexts.Code).Body);

    [Fact]
    public void A_call_says_the_figures_one_by_one_and_twice()
    {
        var said = Render(MessageChannel.Voice, "en", PhoneTexts.Code).Body;

        Assert.Equal(3, said.Split("0. 4. 2. 9. 1. 7.").Length);
    }

    [Theory]
    [InlineData("Hello\n@host #123456", 19, true)]
    [InlineData("5 €", 4, true)]
    [InlineData("ŵ", 1, false)]
    public void The_room_is_counted_in_the_alphabet_that_the_words_need(string text, int length, bool gsm) =>
        Assert.Equal((length, gsm), (TextAlphabet.Length(text), TextAlphabet.IsGsm(text)));

    [Fact]
    public void One_letter_outside_the_alphabet_leaves_room_for_seventy()
    {
        Assert.True(TextAlphabet.Fits(new string('a', 160)));
        Assert.False(TextAlphabet.Fits(new string('a', 161)));
        Assert.True(TextAlphabet.Fits("ŵ" + new string('a', 69)));
        Assert.False(TextAlphabet.Fits("ŵ" + new string('a', 70)));
    }

    private static RenderedMessage Render(MessageChannel channel, string locale, string template, params (string Name, string Value)[] more)
    {
        var values = new Dictionary<string, string>(more.Select(value => KeyValuePair.Create(value.Name, value.Value))) { ["code"] = "042917" };
        return MessageTexts.Render(Words.Text, Issuer, new(channel, "+447400123123", template, locale, values) { Life = TimeSpan.FromMinutes(10) });
    }
}
