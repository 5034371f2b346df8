using System.Net;
using System.Text.Json;
using Identity.Domain.Credentials.Passkeys;
using Identity.Testing;
using Identity.Testing.Passkeys;

namespace Identity.Tests.Web.Pages.Passkeys;

/// <summary>Alice is signed in, and looks after how she signs in.</summary>
public sealed class SignInDetailsTests : PasskeyPages
{
    [Fact]
    public async Task A_passkey_is_added_named_and_removed_and_each_is_told_to_its_owner()
    {
        await SignInAsync();

        var added = await MakeAsync(await Browser.OpenAsync("account/passkeys/add"));
        Tells("Your new passkey is ready.", added);
        Assert.Contains("&quot;ids&quot;:[&quot;", added.Html, StringComparison.Ordinal);
        Assert.Contains("A passkey was added to your Identity account", (await MailAsync(1)).Select(mail => mail.Subject));

        var passkey = await OnlyAsync();
        // With a passkey, the account asks for one before it is changed again.
        var asked = await Browser.OpenAsync($"account/passkeys/{passkey.Id}/rename");
        var renamed = await Browser.SubmitAsync(await UseAsync(asked), ("Nickname", "  My phone "));
        Tells("Your passkey has a new name.", renamed);
        Assert.Contains("My phone", renamed.Words, StringComparison.Ordinal);
        Assert.Contains("A passkey of your Identity account has a new name", (await MailAsync(2)).Select(mail => mail.Subject));

        var remove = await Browser.OpenAsync($"account/passkeys/{passkey.Id}/remove");
        Tells("You will sign in with your email address and your password.", remove);
        var removed = await Browser.SubmitAsync(remove);
        Tells("The passkey is removed.", removed);
        Assert.Contains("&quot;ids&quot;:[]", removed.Html, StringComparison.Ordinal);
        Assert.Contains("A passkey was removed from your Identity account", (await MailAsync(3)).Select(mail => mail.Subject));
    }

    [Fact]
    public async Task What_happened_is_said_once()
    {
        await SignInAsync();
        var added = await MakeAsync(await Browser.OpenAsync("account/passkeys/add"));

        Assert.DoesNotContain("Your new passkey is ready.", (await Browser.OpenAsync(added.Path)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_finds_the_browser_open_must_confirm_first()
    {
        await SignInAsync();
        var form = await Browser.OpenAsync("account/passkeys/add");
        Provider.Clock.Advance(TimeSpan.FromMinutes(6));

        Assert.EndsWith("/confirm-password", (await Browser.OpenAsync("account/passkeys/add")).Path, StringComparison.Ordinal);
        using var options = await Browser.PostAsync(form.PasskeyForm.Options, form.PasskeyForm.Hidden);
        Assert.Equal(HttpStatusCode.NotFound, options.StatusCode);
    }

    [Fact]
    public async Task After_confirming_one_comes_back_to_the_page_one_wanted()
    {
        await SignInAsync();
        Provider.Clock.Advance(TimeSpan.FromMinutes(6));

        var page = await Browser.SubmitAsync(await Browser.OpenAsync("account/passkeys/add"), ("Password", TestProvider.Password));

        Assert.Equal("/account/passkeys/add", page.Path);
    }

    [Fact]
    public async Task A_password_alone_changes_nothing_where_there_is_more()
    {
        await Provider.Credentials.AddPasskeyAsync(Alice, Phone);
        await SignInAsync();

        Assert.EndsWith("/passkey", (await Browser.OpenAsync("account/passkeys/add")).Path, StringComparison.Ordinal);
        Assert.EndsWith("/passkey", (await Browser.OpenAsync($"account/passkeys/{(await OnlyAsync()).Id}/remove")).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_way_in_cannot_be_removed()
    {
        var email = await CreatedByPasskeyAsync();
        var passkeys = await Provider.Get<PasskeyStore>().ListAsync(email, Cancellation);

        var page = await Browser.OpenAsync($"account/passkeys/{passkeys[0].Id}/remove");

        Tells("This is your only way to sign in, so it cannot be removed.", page);
        // The page shows no form for it; whoever posts one all the same changes nothing.
        var form = (await Browser.OpenAsync("account/passkeys/add")).PasskeyForm;
        Tells("This is your only way to sign in", await Browser.PostFormAsync(page, page.Path, form.Hidden));
        Assert.Single(await Provider.Get<PasskeyStore>().ListAsync(email, Cancellation));
    }

    [Fact]
    public async Task The_last_way_in_stays_when_two_tabs_remove_two_passkeys_at_once()
    {
        var account = await CreatedByPasskeyAsync();
        await Provider.Credentials.AddPasskeyAsync(account, Phone);
        var store = Provider.Get<PasskeyStore>();
        var passkeys = await store.ListAsync(account, Cancellation);
        var session = (await Provider.Get<Identity.Domain.Sessions.SessionStore>().StartAsync(account, Identity.Domain.Sessions.Trust.ProofMethod.PasskeySynced, null, Cancellation)).Session;

        var removed = await Task.WhenAll(passkeys.Select(passkey => store.RemoveAsync(account, passkey.Id, session.Id, Cancellation)));

        Assert.Single(removed, true);
        Assert.Single(await store.ListAsync(account, Cancellation));
    }

    [Theory]
    [InlineData("", "Enter a name for the passkey")]
    [InlineData("   ", "Enter a name for the passkey")]
    [InlineData("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "The name must have 64 characters or fewer")]
    public async Task A_name_that_is_none_is_said_in_words(string name, string problem)
    {
        await SignInAsync();
        await MakeAsync(await Browser.OpenAsync("account/passkeys/add"));
        var form = await UseAsync(await Browser.OpenAsync($"account/passkeys/{(await OnlyAsync()).Id}/rename"));

        Assert.Contains(problem, (await Browser.SubmitAsync(form, ("Nickname", name))).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rename")]
    [InlineData("remove")]
    public async Task Nobody_touches_the_passkey_of_somebody_else(string what)
    {
        await SignInAsync();
        var bobs = await Provider.Credentials.AddPasskeyAsync(await Provider.CreateAccountAsync("bob@example.test"), Phone);

        Assert.Equal(HttpStatusCode.NotFound, (await Browser.OpenAsync($"account/passkeys/{bobs.Id}/{what}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Browser.OpenAsync($"account/passkeys/nonsense/{what}")).Status);
    }

    [Fact]
    [Spec("Web Authentication Level 3", "5.1.3")]
    public async Task After_a_password_the_browser_may_make_one_in_silence_and_only_then()
    {
        await SignInAsync();
        var home = await Browser.OpenAsync("/");
        var asked = await OptionsAsync(home);
        Assert.Equal("preferred", JsonDocument.Parse(asked).RootElement.GetProperty("authenticatorSelection").GetProperty("userVerification").GetString());

        // Nobody was there: neither touched nor verified.
        using var answer = await Browser.PostAsync(home.PasskeyForm.Action, [.. home.PasskeyForm.Hidden.Where(field => field.Key != "Credential"), new("Credential", Phone.Create(asked, answer => (answer.UserPresent, answer.UserVerified) = (false, false)))]);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.NotNull(await OnlyAsync());
        Assert.Contains("A passkey was added to your Identity account", (await MailAsync(1)).Select(mail => mail.Subject));

        Assert.DoesNotContain("data-passkey", (await Browser.OpenAsync("/")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_made_in_silence_long_after_or_where_there_is_more_than_a_password()
    {
        await SignInAsync();
        Provider.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.DoesNotContain("data-passkey", (await Browser.OpenAsync("/")).Html, StringComparison.Ordinal);

        await Provider.Credentials.AddAppAsync(Alice);
        await SignInAsync();
        Assert.DoesNotContain("data-passkey", (await Browser.OpenAsync("/")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_lacks_what_an_application_needs_adds_it_and_goes_on()
    {
        await Provider.ConsentAsync(Alice, Client.Registration);
        await SignInAsync();
        var nothing = await ComeFromApplicationAsync(("acr_values", "phr"));
        var add = System.Text.RegularExpressions.Regex.Match(nothing.Html, "href=\"(/account/passkeys/add[^\"]*)\"").Groups[1].Value;

        var confirm = await MakeAsync(await Browser.OpenAsync(WebUtility.HtmlDecode(add)));

        Assert.EndsWith("/passkey", confirm.Path, StringComparison.Ordinal);
        Assert.Contains("code=", (await UseAsync(confirm)).Address.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_has_so_many_passkeys_and_no_more()
    {
        await SignInAsync();
        for (var i = 0; i < 20; i++)
            await Provider.Credentials.AddPasskeyAsync(Alice, new SoftwareAuthenticator(TestProvider.Issuer.GetLeftPart(UriPartial.Authority)));
        await Provider.VisitAsync(Browser, context => Provider.Get<Identity.Protocol.Interaction.BrowserSession>().SignInAsync(context, Alice, Identity.Domain.Sessions.Trust.ProofMethod.PasskeySynced));

        Tells("You have as many passkeys as an account can have.", await MakeAsync(await Browser.OpenAsync("account/passkeys/add")));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Task SignInAsync() => Provider.SignInAsync(Browser, Alice);

    private async Task<Passkey> OnlyAsync() => Assert.Single(await Provider.Get<PasskeyStore>().ListAsync(Alice, Cancellation));

    private async Task<Guid> CreatedByPasskeyAsync()
    {
        var code = await GiveAddressAsync("newcomer@example.test");
        var confirmed = await Browser.SubmitAsync(code, ("Code", System.Text.RegularExpressions.Regex.Match((await MailAsync(1))[0].Body, @"\b\d{6}\b").Value));
        await MakeAsync(confirmed);
        var known = await Provider.Get<Identity.Domain.Accounts.AccountStore>().FindByEmailAsync(Identity.Domain.Accounts.EmailAddress.Parse("newcomer@example.test"), Cancellation);
        return known!.Id; // It was just created.
    }
}
