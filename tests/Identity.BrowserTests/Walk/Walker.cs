using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Identity.BrowserTests.Running;
using Identity.Domain.Accounts;
using Identity.Domain.Sessions.Trust;
using Identity.Testing;
using Identity.Testing.Passkeys;
using Microsoft.Playwright;

namespace Identity.BrowserTests.Walk;

/// <summary>Somebody on the way to a page, who needs no words of any language: fields have names, and forms a first button.</summary>
internal sealed partial class Walker
{
    private readonly RunningProvider provider;
    private readonly Visitor visitor;
    private readonly string locale;

    public Walker(RunningProvider provider, Visitor visitor, string locale)
    {
        (this.provider, this.visitor, this.locale) = (provider, visitor, locale);
        visitor.Page.Response += (_, response) =>
        {
            if (response.Request.IsNavigationRequest && response.Headers.TryGetValue(RunningProvider.PageHeader, out var page))
                Shown = page;
        };
    }

    /// <summary>The page that is shown.</summary>
    public string Shown { get; private set; } = "";

    // What one test counts or creates is nobody else's.
    public string Email { get; } = $"{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(8)).Replace('_', 'x').Replace('-', 'x')}@example.test";

    public IPage Page => visitor.Page;

    public Task SpeakAsync() => CookieAsync("locale", locale);

    public Task GoAsync(string path) => visitor.GoAsync(provider.Address, path);

    /// <summary>Opens a page of the console in a session of staff.</summary>
    public async Task WorkAsync(string session, string path)
    {
        await CookieAsync("support", session);
        await SupportAsync(path);
    }

    public Task SupportAsync(string path) => visitor.GoAsync(provider.Support, path);

    /// <summary>The provider, for what staff have to find there.</summary>
    public RunningProvider Provider => provider;

    /// <summary>Comes from an application.</summary>
    public Task AuthorizeAsync(params (string, string?)[] changes) => GoAsync("/" + RunningProvider.Client.AuthorizeUrl(changes));

    /// <summary>Has an account, and is signed in to it.</summary>
    public async Task<KnownAccount> SignedInAsync()
    {
        var account = await provider.CreateAccountAsync(Email);
        await CookieAsync("session", await provider.StartSessionAsync(account.Id));
        return account;
    }

    /// <summary>Is signed in as somebody, by one proof.</summary>
    public async Task SignInAsync(Guid account, ProofMethod by) => await CookieAsync("session", await provider.StartSessionAsync(account, by));

    /// <summary>Is signed in here and on a phone.</summary>
    /// <returns>The session of the phone.</returns>
    public async Task<Guid> SignedInElsewhereAsync() => (await provider.StartSessionAsync((await SignedInAsync()).Id, "Firefox/Android")).Session.Id;

    /// <summary>Is signed in, and shares with the application.</summary>
    public async Task SharesAsync() => await provider.ConsentAsync((await SignedInAsync()).Id);

    /// <summary>Loads the page again, whatever it shows then.</summary>
    public async Task ReloadAsync()
    {
        Shown = "";
        await Page.ReloadAsync();
    }

    public Task ForgetAsync() => visitor.Context.ClearCookiesAsync();

    public Task FillAsync(string field, string value) => Page.Locator($"#{field}").FillAsync(value);

    /// <summary>Presses the first button of the first form, or the one of this value, and waits for what comes of it.</summary>
    public async Task SubmitAsync(string? value = null)
    {
        await Page.EvaluateAsync("document.documentElement.setAttribute('data-before', '')");
        var buttons = Page.Locator(value is null ? "main form button[type=submit]" : $"main form button[type=submit][value={value}]");
        await buttons.First.ClickAsync();
        await Assertions.Expect(Page.Locator("html:not([data-before]) main h1")).ToBeAttachedAsync();
    }

    public async Task FillAndSubmitAsync(string field, string value)
    {
        await FillAsync(field, value);
        await SubmitAsync();
    }

    /// <summary>Is at the page for the password of an address.</summary>
    public async Task PasswordAsync(string email)
    {
        await AuthorizeAsync();
        await FillAndSubmitAsync("Email", email);
    }

    /// <summary>Is asked for the code that was sent.</summary>
    public async Task CodeAsync()
    {
        await AuthorizeAsync();
        await GoAsync(new Uri(Page.Url).AbsolutePath.Replace("/sign-in/", "/create/", StringComparison.Ordinal));
        await FillAndSubmitAsync("Email", Email);
    }

    /// <summary>Has shown that they read the address.</summary>
    public async Task ConfirmedAsync()
    {
        await CodeAsync();
        await FillAndSubmitAsync("Code", Code().Match(await provider.MailAsync(Email)).Value);
    }

    /// <summary>Has an account that knows nothing but the address.</summary>
    public async Task CreatedAsync()
    {
        await ConfirmedAsync();
        await FillAndSubmitAsync("Password", RunningProvider.Password);
    }

    /// <summary>Is asked for more than the password.</summary>
    public async Task SecondStepAsync()
    {
        var account = await provider.CreateAccountAsync(Email);
        await provider.Credentials.AddAppAsync(account.Id);
        await provider.Credentials.AddBackupCodesAsync(account.Id);
        await PasswordAsync(Email);
        await FillAndSubmitAsync("Password", RunningProvider.Password);
    }

    /// <summary>Has an account with a telephone.</summary>
    public async Task HasPhoneAsync(string number) => await provider.Credentials.AddPhoneAsync((await provider.CreateAccountAsync(Email)).Id, number);

    /// <summary>The code in the last text.</summary>
    public Task<string> TextedAsync() => provider.TextedAsync();

    /// <summary>Is signed in by a passkey, just now.</summary>
    /// <returns>The passkey.</returns>
    public async Task<Guid> PasskeyAsync()
    {
        var account = await provider.CreateAccountAsync(Email);
        var passkey = await provider.Credentials.AddPasskeyAsync(account.Id, new SoftwareAuthenticator(provider.Address.GetLeftPart(UriPartial.Authority)));
        await CookieAsync("session", await provider.StartSessionAsync(account.Id, ProofMethod.PasskeySynced));
        return passkey.Id;
    }

    /// <summary>Has an account, and is not signed in.</summary>
    public Task HasAccountAsync() => provider.CreateAccountAsync(Email);

    /// <summary>Has an account with backup codes, and is not signed in.</summary>
    public async Task<IReadOnlyList<string>> HasCodesAsync() => await provider.Credentials.AddBackupCodesAsync((await provider.CreateAccountAsync(Email)).Id);

    /// <summary>Has an account that is proven to be theirs, and is not signed in.</summary>
    public async Task HasProofAsync() => await provider.ProveAsync((await provider.CreateAccountAsync(Email)).Id);

    /// <summary>The last e-mail they got.</summary>
    public Task<string> MailAsync() => provider.MailAsync(Email);

    /// <summary>Another page of the same journey.</summary>
    public Task GoOnAsync(string step) => GoAsync(string.Join('/', new Uri(Page.Url).AbsolutePath.Split('/').Take(3)) + step);

    private Task CookieAsync(string name, string value) =>
        visitor.Context.AddCookiesAsync([new Cookie { Name = name, Value = value, Url = provider.Address.AbsoluteUri }]);

    [GeneratedRegex(@"\b\d{6}\b|\b\d{3} \d{3}\b")]
    private static partial Regex Code();
}
