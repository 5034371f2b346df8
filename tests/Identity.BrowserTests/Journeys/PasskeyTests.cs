using System.Security.Cryptography;
using Identity.BrowserTests.Running;
using Identity.Domain.Credentials.Passkeys;
using Identity.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Identity.BrowserTests.Journeys;

/// <summary>Every journey of a passkey, in a real browser with an authenticator that it plays, over https.</summary>
[Spec("Web Authentication Level 3", "7")]
public sealed class PasskeyTests(Browser browser, SecureProvider provider) : IClassFixture<SecureProvider>
{
    private const string CreatePasskey = "Create a passkey";
    private const string UsePasskey = "Sign in with a passkey";

    [Fact]
    public async Task An_account_begins_with_a_passkey_and_opens_with_it()
    {
        await using var visitor = await PressAsync();
        var phone = await VirtualAuthenticator.AddAsync(visitor);
        await phone.TouchAsync();
        var email = NewAddress();
        await visitor.GoAsync(provider.Address, "/create");
        await visitor.FillAsync("What is your email address?", email);
        await visitor.ClickButtonAsync("Continue");
        await visitor.FillAsync("6-digit code", await provider.CodeAsync(email));
        await visitor.ClickButtonAsync("Continue");

        await visitor.ClickButtonAsync(CreatePasskey);

        await visitor.SeeAsync("Your account");
        await phone.TouchAsync(false);
        await SignOutAsync(visitor);
        await visitor.GoAsync(provider.Address, "/sign-in");
        await phone.TouchAsync();
        await visitor.ClickButtonAsync(UsePasskey);
        await visitor.SeeAsync("Your account");
    }

    [Fact]
    public async Task The_email_field_offers_the_passkey_by_itself()
    {
        await using var visitor = await browser.OpenAsync(Screen.Phone);
        var phone = await HasPasskeyAsync(visitor);

        await phone.TouchAsync();
        await visitor.GoAsync(provider.Address, "/sign-in");

        await visitor.SeeAsync("Your account");
    }

    [Theory]
    [InlineData("isBogusSignature")]
    [InlineData("isBadUV")]
    [InlineData("isBadUP")]
    public async Task An_answer_that_does_not_hold_is_said_in_plain_words_and_the_next_one_counts(string broken)
    {
        await using var visitor = await PressAsync();
        var phone = await HasPasskeyAsync(visitor);
        await visitor.GoAsync(provider.Address, "/sign-in");
        await phone.BreakAsync(broken);
        await phone.TouchAsync();
        await visitor.ClickButtonAsync(UsePasskey);

        await visitor.SeeAsync("Use your passkey");
        await visitor.ReadAsync("We could not check that passkey.");
        await phone.BreakAsync(broken, broken: false);
        await visitor.ClickButtonAsync("Use my passkey");
        await visitor.SeeAsync("Your account");
    }

    [Fact]
    public async Task Whoever_closes_the_dialog_is_told_that_nothing_was_sent_and_signs_in_another_way()
    {
        await using var visitor = await PressAsync();
        var email = NewAddress();
        var phone = await HasPasskeyAsync(visitor, email);
        await visitor.GoAsync(provider.Address, "/sign-in");
        await phone.KnowAsync(false);
        await phone.TouchAsync();
        await visitor.ClickButtonAsync(UsePasskey);

        await visitor.ReadAsync("Nothing was sent. You can try again, or choose another way.");
        await Assertions.Expect(visitor.Page).ToHaveTitleAsync("Sign in – Identity");
        await visitor.FillAsync("Email address or sign-in ID", email);
        await visitor.ClickButtonAsync("Continue");
        await visitor.Page.GetByLabel("Password", new() { Exact = true }).FillAsync(RunningProvider.Password);
        await visitor.ClickButtonAsync("Sign in");
        await visitor.SeeAsync("Your account");
    }

    [Fact]
    public async Task A_browser_without_passkeys_shows_no_button_and_another_way()
    {
        await using var visitor = await browser.OpenAsync(Screen.Wide);
        await visitor.Page.AddInitScriptAsync("delete globalThis.PublicKeyCredential");
        await visitor.GoAsync(provider.Address, "/sign-in");

        await visitor.SeeAsync("Sign in");
        await Assertions.Expect(visitor.Page.GetByText(UsePasskey)).ToBeHiddenAsync();
        await visitor.GoAsync(provider.Address, new Uri(visitor.Page.Url).AbsolutePath + "/passkey");
        await visitor.ReadAsync("This browser cannot use passkeys");
    }

    [Fact]
    public async Task A_browser_that_reads_no_JSON_signs_in_all_the_same()
    {
        await using var visitor = await browser.OpenAsync(Screen.Wide);
        await visitor.Page.AddInitScriptAsync(
            """
            delete PublicKeyCredential.parseRequestOptionsFromJSON;
            delete PublicKeyCredential.parseCreationOptionsFromJSON;
            delete PublicKeyCredential.prototype.toJSON;
            PublicKeyCredential.isConditionalMediationAvailable = async () => false;
            """);
        var phone = await VirtualAuthenticator.AddAsync(visitor);
        await phone.TouchAsync();
        await SignInByPasswordAsync(visitor, NewAddress());
        await AddPasskeyAsync(visitor);
        await phone.TouchAsync(false);
        await SignOutAsync(visitor);

        await visitor.GoAsync(provider.Address, "/sign-in");
        await phone.TouchAsync();
        await visitor.ClickButtonAsync(UsePasskey);
        await visitor.SeeAsync("Your account");
    }

    [Fact]
    public async Task A_second_one_on_the_same_device_is_not_needed()
    {
        await using var visitor = await browser.OpenAsync(Screen.Wide);
        var phone = await VirtualAuthenticator.AddAsync(visitor);
        await phone.TouchAsync();
        await SignInByPasswordAsync(visitor, NewAddress());
        await AddPasskeyAsync(visitor);
        await visitor.GoAsync(provider.Address, "/account/passkeys/add");
        await visitor.SeeAsync("Use your passkey");
        await visitor.ClickButtonAsync("Use my passkey");
        await visitor.SeeAsync("Add a passkey");

        await visitor.ClickButtonAsync(CreatePasskey);

        await visitor.ReadAsync("This device already has a passkey for your account.");
    }

    [Fact]
    public async Task A_security_key_is_a_passkey_of_one_device()
    {
        await using var visitor = await browser.OpenAsync(Screen.Wide);
        var key = await VirtualAuthenticator.AddAsync(visitor, synced: false, transport: "usb");
        await key.TouchAsync();
        await SignInByPasswordAsync(visitor, NewAddress());

        await AddPasskeyAsync(visitor);

        await visitor.ReadAsync("On this device only");
    }

    [Fact]
    [Spec("Web Authentication Level 3", "6.1.1")]
    public async Task A_copy_whose_counter_falls_behind_opens_nothing()
    {
        await using var visitor = await PressAsync();
        var key = await VirtualAuthenticator.AddAsync(visitor, synced: false, transport: "usb");
        await key.TouchAsync();
        await SignInByPasswordAsync(visitor, NewAddress());
        await AddPasskeyAsync(visitor);
        await key.TouchAsync(false);
        await SignOutAsync(visitor);
        await visitor.GoAsync(provider.Address, "/sign-in");
        await key.TouchAsync();
        await visitor.ClickButtonAsync(UsePasskey);
        await visitor.SeeAsync("Your account");
        await key.TouchAsync(false);
        await SignOutAsync(visitor);

        await key.CloneAsync((await key.CredentialsAsync())[0], signCount: 0);
        await visitor.GoAsync(provider.Address, "/sign-in");
        await key.TouchAsync();
        await visitor.ClickButtonAsync(UsePasskey);

        await visitor.SeeAsync("Use your passkey");
        await visitor.ReadAsync("We could not check that passkey.");
    }

    [Fact]
    [Spec("Web Authentication Level 3", "5.1.10")]
    public async Task A_passkey_that_is_removed_here_goes_from_the_device_too()
    {
        await using var visitor = await browser.OpenAsync(Screen.Wide);
        var phone = await VirtualAuthenticator.AddAsync(visitor);
        await phone.TouchAsync();
        await SignInByPasswordAsync(visitor, NewAddress());
        await AddPasskeyAsync(visitor);
        Assert.Single(await phone.CredentialsAsync());

        await visitor.ClickLinkAsync("remove it");
        await visitor.ClickButtonAsync("Use my passkey");
        await visitor.ReadAsync("You will sign in with your email address and your password.");
        await visitor.ClickButtonAsync("Remove it");

        await visitor.ReadAsync("The passkey is removed.");
        for (var look = 0; look < 50 && (await phone.CredentialsAsync()).Count > 0; look++)
            await visitor.Page.WaitForTimeoutAsync(100);
        Assert.Empty(await phone.CredentialsAsync());
    }

    [Fact]
    public async Task A_passkey_gets_a_name_by_keyboard_alone()
    {
        await using var visitor = await browser.OpenAsync(Screen.Phone);
        var phone = await VirtualAuthenticator.AddAsync(visitor);
        await phone.TouchAsync();
        await SignInByPasswordAsync(visitor, NewAddress());
        await AddPasskeyAsync(visitor);

        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Change its name" }).FocusAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.SeeAsync("Use your passkey");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Use my passkey" }).FocusAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.SeeAsync("What do you want to call this passkey?");
        await visitor.Page.GetByLabel("Name of the passkey").FocusAsync();
        await visitor.Page.Keyboard.TypeAsync("Fy ffôn");
        await visitor.Page.Keyboard.PressAsync("Enter");

        await visitor.ReadAsync("Your passkey has a new name.");
        await visitor.ReadAsync("Fy ffôn");
    }

    [Fact]
    [Spec("RFC 9470", "5")]
    public async Task A_step_up_is_confirmed_in_place()
    {
        await using var visitor = await browser.OpenAsync(Screen.Wide);
        var email = NewAddress();
        var phone = await HasPasskeyAsync(visitor, email);
        await SignInByPasswordAsync(visitor, email, existing: true);
        var account = await provider.FindAsync(email);
        await provider.ConsentAsync(account);
        await visitor.Context.RouteAsync("https://appointments.example.test/**", route => route.FulfillAsync(new() { Body = "<h1>Back</h1>", ContentType = "text/html" }));
        await visitor.Context.RouteAsync(url => url.StartsWith(RunningProvider.Client.Registration.RedirectUris[0], StringComparison.Ordinal), route => route.FulfillAsync(new() { Body = "<h1>Back</h1>", ContentType = "text/html" }));

        await visitor.GoAsync(provider.Address, "/" + RunningProvider.Client.AuthorizeUrl(("acr_values", "phr")));
        await visitor.ReadAsync("needs to be sure that it is you.");
        await phone.TouchAsync();
        await visitor.ClickButtonAsync("Use my passkey");

        await visitor.SeeAsync("Back");
        Assert.Contains("code=", visitor.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    [Spec("Web Authentication Level 3", "5.1.3")]
    public async Task Where_the_browser_keeps_no_passwords_the_offer_made_in_silence_is_never_noticed()
    {
        await using var visitor = await browser.OpenAsync(Screen.Wide);
        var phone = await VirtualAuthenticator.AddAsync(visitor);
        await phone.TouchAsync();
        var problems = new List<string>();
        visitor.Page.PageError += (_, problem) => problems.Add(problem);

        await SignInByPasswordAsync(visitor, NewAddress());

        await Assertions.Expect(visitor.Page.Locator("form[data-passkey=upgrade]")).ToBeAttachedAsync();
        await SignOutAsync(visitor);
        Assert.Empty(problems);
    }

    [Fact]
    public async Task Two_tabs_both_sign_in()
    {
        await using var visitor = await PressAsync();
        var phone = await HasPasskeyAsync(visitor);
        await visitor.GoAsync(provider.Address, "/sign-in");
        var other = await visitor.Context.NewPageAsync();
        await other.GotoAsync(new Uri(provider.Address, "/sign-in").AbsoluteUri);
        await other.BringToFrontAsync();
        await visitor.Page.BringToFrontAsync();

        await phone.TouchAsync();
        await visitor.ClickButtonAsync(UsePasskey);
        await visitor.SeeAsync("Your account");
        await other.ReloadAsync();
        await Assertions.Expect(other.Locator("h1")).ToHaveTextAsync("Sign in");
    }

    // Somebody who presses the button: the e-mail field of their browser offers nothing, and answers nothing before they do.
    private Task<Visitor> PressAsync() => OpenAsync("PublicKeyCredential.isConditionalMediationAvailable = async () => false");

    private async Task<Visitor> OpenAsync(string script)
    {
        var visitor = await browser.OpenAsync(Screen.Wide);
        await visitor.Page.AddInitScriptAsync(script);
        return visitor;
    }

    private static string NewAddress() => $"{RandomNumberGenerator.GetHexString(16, lowercase: true)}@example.test";

    /// <summary>Has an account with a password and a passkey, and is signed out.</summary>
    private async Task<VirtualAuthenticator> HasPasskeyAsync(Visitor visitor, string? email = null)
    {
        var phone = await VirtualAuthenticator.AddAsync(visitor);
        await phone.TouchAsync();
        await SignInByPasswordAsync(visitor, email ?? NewAddress());
        await AddPasskeyAsync(visitor);
        await phone.TouchAsync(false);
        await SignOutAsync(visitor);
        return phone;
    }

    private async Task SignInByPasswordAsync(Visitor visitor, string email, bool existing = false)
    {
        if (!existing)
            await provider.CreateAccountAsync(email);
        await visitor.GoAsync(provider.Address, "/sign-in");
        await visitor.FillAsync("Email address or sign-in ID", email);
        await visitor.ClickButtonAsync("Continue");
        await visitor.Page.GetByLabel("Password", new() { Exact = true }).FillAsync(RunningProvider.Password);
        await visitor.ClickButtonAsync("Sign in");
        await visitor.SeeAsync("Your account");
    }

    private async Task AddPasskeyAsync(Visitor visitor)
    {
        await visitor.GoAsync(provider.Address, "/account/passkeys/add");
        await visitor.SeeAsync("Add a passkey");
        await visitor.ClickButtonAsync(CreatePasskey);
        await visitor.ReadAsync("Your new passkey is ready.");
    }

    private async Task SignOutAsync(Visitor visitor)
    {
        await visitor.GoAsync(provider.Address, "/sign-out");
        await visitor.Page.Locator("main form button").First.ClickAsync();
        await visitor.SeeAsync("You are signed out");
    }
}
