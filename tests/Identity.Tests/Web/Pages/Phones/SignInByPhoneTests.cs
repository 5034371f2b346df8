using System.Text.RegularExpressions;
using Identity.Domain.Notifications;
using Identity.Domain.Notifications.Senders;
using Identity.Domain.Phones;
using Identity.Testing;
using Identity.Tests.Web.Pages.Journeys;

namespace Identity.Tests.Web.Pages.Phones;

/// <summary>Alice has a mobile: her password alone signs nobody in.</summary>
[Spec("NIST SP 800-63B", "3.1.3")]
public sealed class SignInByPhoneTests : JourneyTest
{
    [Fact]
    public async Task She_chooses_between_a_text_and_a_call_before_anything_is_sent()
    {
        var ways = await AskAsync();

        Assert.Contains("Text to number ending 123", ways.Words, StringComparison.Ordinal);
        Assert.Contains("Call to number ending 123", ways.Words, StringComparison.Ordinal);
        Assert.Equal("/welcome", (await Browser.OpenAsync("/")).Path);
        Assert.Empty(await CodesAsync(0));
    }

    [Theory]
    [InlineData(MessageChannel.Text, "sms")]
    [InlineData(MessageChannel.Voice, "tel")]
    [Spec("RFC 8176", "2")]
    public async Task With_the_code_the_token_tells_two_factors_and_which(MessageChannel channel, string amr)
    {
        var code = await ChooseAsync(await AskAsync(), channel);

        var answer = await Browser.SubmitAsync(code, ("Code", await CodeAsync()));

        var tokens = await Client.ExchangeAsync(Provider.Backchannel(), TestClient.Answer(answer.Address)["code"]);
        var id = tokens.Payload("id_token");
        Assert.Equal("aal2", id.GetProperty("acr").GetString());
        Assert.Equal(["pwd", amr, "mfa"], id.GetProperty("amr").EnumerateArray().Select(value => value.GetString()!));
    }

    [Fact]
    public async Task After_five_wrong_codes_a_new_one_is_sent_and_the_old_one_is_dead()
    {
        var page = await ChooseAsync(await AskAsync());
        var first = await CodeAsync();
        for (var i = 0; i < 4; i++)
            Assert.Contains("That code is not right", (page = await Browser.SubmitAsync(page, ("Code", Other(first)))).Words, StringComparison.Ordinal);

        Provider.Clock.Advance(TimeSpan.FromSeconds(1));
        page = await Browser.SubmitAsync(page, ("Code", Other(first)));

        Assert.Contains("That code was tried too many times. We have sent you a new one", page.Words, StringComparison.Ordinal);
        Assert.Equal(2, (await CodesAsync(2)).Count);
        Assert.Contains("That code is not right", (await Browser.SubmitAsync(page, ("Code", first))).Words, StringComparison.Ordinal);
        Assert.Contains("code=", (await Browser.SubmitAsync(page, ("Code", await CodeAsync()))).Address.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_of_one_sign_in_opens_no_other()
    {
        await ChooseAsync(await AskAsync());
        var code = await CodeAsync();
        using var thief = Provider.Browser();
        var page = await ChooseAsync(await AskAsync(thief), browser: thief);

        Assert.Contains("That code is not right", (await thief.SubmitAsync(page, ("Code", code))).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_enough_were_sent_the_other_ways_are_shown_with_the_time()
    {
        await Provider.Credentials.AddBackupCodesAsync(Alice);
        var ways = await AskAsync();
        for (var i = 0; i < 5; i++)
            await ChooseAsync(ways);

        var page = await ChooseAsync(ways);

        Assert.EndsWith("/confirm-it-is-you", page.Path, StringComparison.Ordinal);
        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
        Assert.Matches(@"We have sent enough codes to this number for now\. Try again after \d+:\d\d[ap]m", page.Words);
        Assert.Contains("With one of my backup codes", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trusted_device_is_not_asked_again()
    {
        var code = await ChooseAsync(await AskAsync());
        await Browser.SubmitAsync(code, ("Code", await CodeAsync()), ("Trust", "yes"));
        await Browser.SubmitAsync(await Browser.OpenAsync("/sign-out"));

        var page = await SignInAsync(await ComeFromApplicationAsync(("prompt", "login")));

        Assert.DoesNotContain("/confirm-it-is-you", page.Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Phone")]
    [InlineData("Text-00000000000000000000000000000000")]
    [InlineData("nonsense")]
    public async Task A_telephone_that_is_not_hers_is_sent_nothing(string chosen)
    {
        var page = await Browser.SubmitAsync(await AskAsync(), ("Chosen", chosen));

        Assert.Contains("Select how to confirm it’s you", page.Words, StringComparison.Ordinal);
        Assert.Empty(await CodesAsync(0));
    }

    [Fact]
    public async Task Nobody_reaches_the_page_of_a_code_that_was_not_sent()
    {
        var ways = await AskAsync();

        var page = await Browser.OpenAsync(ways.Path.Replace("/confirm-it-is-you", "/phone-code", StringComparison.Ordinal));

        Assert.EndsWith("/confirm-it-is-you", page.Path, StringComparison.Ordinal);
    }

    private async Task<Page> AskAsync(TestBrowser? browser = null)
    {
        if (browser is null)
        {
            await Provider.Credentials.AddPhoneAsync(Alice);
            await Provider.ConsentAsync(Alice, Client.Registration);
        }

        var email = await (browser ?? Browser).OpenAsync(Client.AuthorizeUrl());
        var password = await (browser ?? Browser).SubmitAsync(email, ("Email", "alice@example.test"));
        return await (browser ?? Browser).SubmitAsync(password, ("Password", TestProvider.Password));
    }

    private async Task<Page> ChooseAsync(Page ways, MessageChannel channel = MessageChannel.Text, TestBrowser? browser = null)
    {
        var phone = (await Provider.Get<PhoneStore>().OfAsync(Alice, TestContext.Current.CancellationToken))[0];
        return await (browser ?? Browser).SubmitAsync(ways, ("Chosen", $"{channel}-{phone.Id:N}"));
    }

    /// <summary>The code in the last text or call.</summary>
    private async Task<string> CodeAsync() => Regex.Replace(Regex.Match((await CodesAsync(1))[0].Body, @"(\d[ .]*){6}").Value, @"\D", "");

    /// <summary>Texts and calls that carry a code, once as many are there.</summary>
    private async Task<IReadOnlyList<MailboxMessage>> CodesAsync(int count)
    {
        for (var tries = 0; tries < 500; tries++)
        {
            List<MailboxMessage> codes = [.. (await MailAsync(0)).Where(message => message is { Channel: MessageChannel.Voice } or { Channel: MessageChannel.Text, Body: [>= '0' and <= '9', ..] })];
            if (codes.Count >= count)
                return codes;
            await Task.Delay(TimeSpan.FromMilliseconds(20), TestContext.Current.CancellationToken);
        }

        throw new TimeoutException($"There are not {count} codes.");
    }

    private static string Other(string code) => code == "000000" ? "000001" : "000000";
}
