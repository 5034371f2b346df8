using System.Text.Json;
using System.Text.RegularExpressions;
using Identity.Testing;

namespace Identity.Tests.Web.Pages.Passkeys;

public sealed class PasskeyCreateTests : PasskeyPages
{
    [Fact]
    public async Task An_account_begins_with_a_passkey_and_no_password()
    {
        var named = await MakeAsync(await ConfirmedAsync());

        Assert.EndsWith("/name", named.Path, StringComparison.Ordinal);
        await Browser.SubmitAsync(await Browser.OpenAsync("sign-out"));
        Assert.EndsWith("/name", (await UseAsync(await ComeFromApplicationAsync())).Path, StringComparison.Ordinal);
        using var other = Provider.Browser();
        var password = await other.SubmitAsync(await other.OpenAsync(Client.AuthorizeUrl()), ("Email", "newcomer@example.test"));
        Assert.Contains("Email address or password is wrong", (await other.SubmitAsync(password, ("Password", "marble-lantern-orchard"))).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_question_is_for_the_address_that_was_shown()
    {
        var options = JsonDocument.Parse(await OptionsAsync(await ConfirmedAsync())).RootElement;

        Assert.Equal("newcomer@example.test", options.GetProperty("user").GetProperty("name").GetString());
        Assert.Equal("none", options.GetProperty("attestation").GetString());
        Assert.Equal("required", options.GetProperty("authenticatorSelection").GetProperty("residentKey").GetString());
    }

    [Fact]
    public async Task What_does_not_hold_makes_nothing_and_a_password_still_does()
    {
        var page = await ConfirmedAsync();

        var told = await MakeAsync(page, answer => answer.ClientData["origin"] = "https://evil.example");

        Tells("We could not check that passkey.", told);
        var password = await Browser.OpenAsync(page.Path);
        Assert.EndsWith("/name", (await Browser.SubmitAsync(password, ("Password", "marble-lantern-orchard"))).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_makes_one_for_an_address_they_have_not_shown_to_read()
    {
        var code = await GiveAddressAsync("newcomer@example.test");
        var signIn = await ComeFromApplicationAsync();

        using var answer = await Browser.PostAsync(code.Path.Replace("/code", "/passkey?handler=Options", StringComparison.Ordinal), signIn.Hidden);

        Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Posted_twice_it_is_one_account()
    {
        var page = await ConfirmedAsync();
        var answer = Phone.Create(await OptionsAsync(page));

        Assert.EndsWith("/name", (await AnswerAsync(page, answer)).Path, StringComparison.Ordinal);
        var again = await AnswerAsync(page, answer);

        Assert.EndsWith("/name", again.Path, StringComparison.Ordinal);
    }

    private async Task<Page> ConfirmedAsync()
    {
        var code = await GiveAddressAsync("newcomer@example.test");
        return await Browser.SubmitAsync(code, ("Code", Regex.Match((await MailAsync(1))[0].Body, @"\b\d{6}\b").Value));
    }
}
