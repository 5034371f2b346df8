using System.Text.RegularExpressions;
using Identity.Domain.Notifications;
using Identity.Domain.Phones;
using Identity.Testing;
using Identity.Tests.Web.Pages.Journeys;

namespace Identity.Tests.Web.Pages.Phones;

/// <summary>Alice, signed in, adds a telephone and takes it away.</summary>
public sealed class PhonePageTests : JourneyTest
{
    private const string Typed = "07400 123123";

    [Fact]
    public async Task She_adds_a_mobile_with_the_code_that_came_there()
    {
        var code = await AddAsync(Typed, "text");
        Assert.Contains("number ending 123", code.Words, StringComparison.Ordinal);

        var details = await Browser.SubmitAsync(code, ("Code", Digits(await TextAsync())));

        Assert.Contains("Your phone number is ready", details.Words, StringComparison.Ordinal);
        Assert.Contains("Phone number ending 123", details.Words, StringComparison.Ordinal);
        Assert.Equal(new PhoneNumber(TestCredentials.Mobile, true), Assert.Single(await PhonesAsync()).Number);
    }

    [Fact]
    public async Task A_landline_is_called_even_where_a_text_was_chosen()
    {
        var code = await AddAsync("020 7946 0000", "text");

        Assert.Contains("We are calling", code.Words, StringComparison.Ordinal);
        Assert.Equal(MessageChannel.Voice, (await MailAsync(1))[0].Channel);
    }

    [Theory]
    [InlineData("", "Enter a phone number")]
    [InlineData("nonsense", "Enter a phone number in full")]
    [InlineData("0909 879 0000", "This number costs extra to call")]
    [InlineData("+960 771 2345", "We cannot send codes to numbers in this country")]
    public async Task What_is_no_number_for_codes_is_said_in_words(string typed, string problem)
    {
        var page = await AddAsync(typed, "text");

        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
        Assert.Contains(problem, page.Words, StringComparison.Ordinal);
        Assert.Empty(await MailAsync(0));
    }

    [Fact]
    public async Task She_must_say_how_she_wants_the_code()
    {
        var page = await AddAsync(Typed, "pigeon");

        Assert.Contains("Select how you want to get the code", page.Words, StringComparison.Ordinal);
        Assert.Empty(await MailAsync(0));
    }

    [Fact]
    public async Task A_wrong_code_adds_nothing()
    {
        var code = await AddAsync(Typed, "text");
        var right = Digits(await TextAsync());

        var page = await Browser.SubmitAsync(code, ("Code", right == "000000" ? "000001" : "000000"));

        Assert.Contains("That code is not right", page.Words, StringComparison.Ordinal);
        Assert.Empty(await PhonesAsync());
    }

    [Fact]
    public async Task She_removes_it_having_confirmed_who_she_is()
    {
        await Browser.SubmitAsync(await AddAsync(Typed, "text"), ("Code", Digits(await TextAsync())));
        var phone = Assert.Single(await PhonesAsync());

        var page = await Browser.OpenAsync($"/account/phones/{phone.Id:D}/remove");
        Assert.Contains("Remove the number ending 123?", page.Words, StringComparison.Ordinal);
        var details = await Browser.SubmitAsync(page);

        Assert.Contains("The phone number is removed", details.Words, StringComparison.Ordinal);
        Assert.Empty(await PhonesAsync());
    }

    [Fact]
    public async Task Whoever_finds_the_browser_open_later_is_asked_for_both_factors_first()
    {
        await Browser.SubmitAsync(await AddAsync(Typed, "text"), ("Code", Digits(await TextAsync())));
        var phone = Assert.Single(await PhonesAsync());
        Provider.Clock.Advance(TimeSpan.FromMinutes(6));

        Assert.StartsWith("/sign-in/", (await Browser.OpenAsync($"/account/phones/{phone.Id:D}/remove")).Path, StringComparison.Ordinal);
        Assert.StartsWith("/sign-in/", (await Browser.OpenAsync("/account/phones/add")).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_of_somebody_else_is_not_there()
    {
        var bob = await Provider.CreateAccountAsync("bob@example.test");
        await Provider.Credentials.AddPhoneAsync(bob);
        var phone = (await Provider.Get<PhoneStore>().OfAsync(bob, TestContext.Current.CancellationToken))[0];
        await Provider.SignInAsync(Browser, Alice);

        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await Browser.OpenAsync($"/account/phones/{phone.Id:D}/remove")).Status);
    }

    private async Task<Page> AddAsync(string typed, string how)
    {
        await Provider.SignInAsync(Browser, Alice);
        return await Browser.SubmitAsync(await Browser.OpenAsync("/account/phones/add"), ("Number", typed), ("How", how));
    }

    private async Task<string> TextAsync() => (await MailAsync(1)).First(message => message.Channel is MessageChannel.Text).Body;

    private static string Digits(string body) => Regex.Match(body, @"\b\d{6}\b").Value;

    private Task<IReadOnlyList<Phone>> PhonesAsync() => Provider.Get<PhoneStore>().OfAsync(Alice, TestContext.Current.CancellationToken);
}
