using System.Net;
using System.Text.RegularExpressions;
using System.Web;
using Identity.Domain.Accounts;
using Identity.Domain.Credentials.AuthenticatorApps;
using Identity.Domain.Credentials.BackupCodes;
using Identity.Domain.Limits;
using Identity.Domain.Notifications.Senders;
using Identity.Testing;

namespace Identity.Tests.Web.Telemetry;

/// <summary>
/// One citizen who does all that there is to do, and remembers every value that was typed or received on the way. The
/// values are such that none of them stands anywhere by chance.
/// </summary>
internal sealed partial class Citizen(TestProvider provider, TestBrowser browser)
{
    public const string Email = "zelda.quillfeather@example.test";
    public const string Password = "violet-marmalade-orchard";
    private const string WrongPassword = "crimson-marmalade-orchard";

    private readonly TestClient _client = new(TestClient.Appointments);
    private readonly HashSet<string> _known = ["Zelda", "Quillfeather", "zelda.quillfeather", "1987-11-23", "23 November 1987", Email, Password, WrongPassword, TestClient.Secret, "203.0.113.77"];

    /// <summary>Everything about the person, and everything that opens something.</summary>
    public IReadOnlySet<string> Known => _known;

    public async Task LiveAsync()
    {
        await provider.RegisterAsync(_client.Registration);
        using var http = provider.Backchannel();
        Learn(_client.Verifier, "state-of-the-application", "nonce-of-the-application");
        var share = await CreateAsync();
        var first = await browser.SubmitAsync(share, ("Decision", "agree"));
        await TokensAsync(http, first);
        await browser.SubmitAsync(await browser.OpenAsync("stop-sharing/appointments"));
        await UseCodesAsync();
        await browser.SubmitAsync(await browser.OpenAsync("sign-out"));

        var again = await SignInAsync();
        await browser.SubmitAsync(await browser.SubmitAsync(again, ("Decision", "refuse")));
        // The name of a language is no secret.
        Learn([.. browser.Cookies.GetAllCookies().Select(cookie => cookie.Value).Where(value => value.Length > 2)]);
        await http.GetAsync($"end-session?id_token_hint={Learn("not-an-id-token-but-typed")}");
    }

    private async Task<Page> CreateAsync()
    {
        var signIn = await browser.OpenAsync(_client.AuthorizeUrl(("scope", "openid profile email offline_access"), ("login_hint", Email)));
        var key = Learn(signIn.Path.Split('/')[2]);
        var code = await browser.SubmitAsync(await browser.OpenAsync($"create/{key}"), ("Email", Email));
        await browser.SubmitAsync(code, ("Code", "000000"));
        var password = await browser.SubmitAsync(code, ("Code", Learn(await CodeAsync())));
        Learn(password.Field("form") ?? throw new InvalidOperationException("The form has no token."));
        var name = await browser.SubmitAsync(password, ("Password", Password));
        var birth = await browser.SubmitAsync(name, ("First", "Zelda"), ("Last", "Quillfeather"));
        return await browser.SubmitAsync(birth, ("Birth.Day", "23"), ("Birth.Month", "11"), ("Birth.Year", "1987"));
    }

    private async Task TokensAsync(HttpClient http, Page back)
    {
        var code = Learn(HttpUtility.ParseQueryString(back.Address.Query)["code"]!); // The citizen agreed.
        var tokens = await _client.ExchangeAsync(http, code);
        Learn(tokens["access_token"]!, tokens["id_token"]!, tokens["refresh_token"]!); // As above.
        Learn(tokens.Payload("id_token").GetProperty("sub").GetString()!); // Every ID token has one.
        await _client.RefreshAsync(http, tokens["refresh_token"]!); // As above.
        using var userInfo = new HttpRequestMessage(HttpMethod.Get, "userinfo");
        userInfo.Headers.Authorization = new("Bearer", tokens["access_token"]);
        using var answer = await http.SendAsync(userInfo);
        Assert.Contains("Quillfeather", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await _client.PostAsync(http, "introspect", new() { ["token"] = tokens["access_token"]! }); // As above.
        await _client.ExchangeAsync(http, code);
        using var hinted = await browser.GetAsync(_client.AuthorizeUrl(("prompt", "none"), ("id_token_hint", tokens["id_token"])));
    }

    /// <summary>Sets up an app and gets backup codes, mistypes both, and has no app any more in the end.</summary>
    private async Task UseCodesAsync()
    {
        var app = await browser.OpenAsync("account/authenticator-app");
        Learn(app.Path.Split('/')[3]);
        var key = Learn(Learn(Key().Match(app.Words).Value).Replace(" ", "", StringComparison.Ordinal));
        await browser.SubmitAsync(app, ("Code", Learn(AppSecret.FromBase32(key).CodeAt(provider.Clock.GetUtcNow()))));
        var sheet = await browser.SubmitAsync(await browser.OpenAsync("account/backup-codes"));
        Learn(sheet.Path.Split('/')[3]);
        Learn([.. TenCodes().Matches(sheet.Words).Select(code => code.Value)]);

        var account = await provider.Get<AccountStore>().FindByEmailAsync(EmailAddress.Parse(Email), TestContext.Current.CancellationToken);
        var network = Network.Of(IPAddress.Parse("203.0.113.77"));
        await provider.Get<AuthenticatorApps>().TryAsync(account!.Id, Learn("735182"), network, TestContext.Current.CancellationToken); // Created above.
        await provider.Get<BackupCodes>().TryAsync(account.Id, Learn(BackupCode.Create().Grouped), network, TestContext.Current.CancellationToken);
        await browser.SubmitAsync(await browser.OpenAsync("account/authenticator-app/remove"));
    }

    private async Task<Page> SignInAsync()
    {
        var email = await browser.OpenAsync(_client.AuthorizeUrl(("ui_locales", "en")));
        var password = await browser.SubmitAsync(email, ("Email", Email));
        await browser.SubmitAsync(password, ("Password", WrongPassword));
        return await browser.SubmitAsync(password, ("Password", Password));
    }

    /// <summary>Sends rubbish wherever something may be typed.</summary>
    public async Task TypeRubbishAsync()
    {
        using var http = provider.Backchannel();
        foreach (var field in _client.Parameters().Keys.Append("request_uri").Append("interaction").Append("login_hint"))
            await browser.OpenAsync(_client.AuthorizeUrl((field, Learn($"rubbish-in-{field}"))));
        foreach (var path in new[] { "sign-in", "create", "share", "sign-out", "stop-sharing", "assets", "health", "nowhere" })
            await browser.OpenAsync($"{path}/{Learn("rubbish-in-path@example.test")}?q={Learn("rubbish-in-query")}");

        var email = await browser.OpenAsync(_client.AuthorizeUrl());
        await browser.SubmitAsync(email, ("Email", Learn("rubbish in an address")));
        await browser.PostAsync(email.Path, [new("Email", "a@example.test"), new("form", Learn("rubbish-in-form-token"))]);
        foreach (var endpoint in new[] { "token", "introspect", "revoke", "par" })
            await TestClient.SendAsync(http, endpoint, ["grant_type", "code", "token", "refresh_token", "client_id", "client_assertion", "scope"], Learn);
        using var request = new HttpRequestMessage(HttpMethod.Get, "userinfo");
        request.Headers.Authorization = new("Bearer", Learn("rubbish-in-bearer"));
        request.Headers.TryAddWithoutValidation("User-Agent", Learn("rubbish-in-user-agent"));
        request.Headers.TryAddWithoutValidation("Referer", Learn("rubbish-in-referer"));
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", "203.0.113.77");
        request.Headers.TryAddWithoutValidation("Cookie", $"session={Learn("rubbish-in-session")}; browser={Learn("rubbish-in-browser")}");
        using var response = await http.SendAsync(request);
    }

    private string Learn(string value)
    {
        _known.Add(value);
        return value;
    }

    private void Learn(params string[] values) => _known.UnionWith(values);

    private async Task<string> CodeAsync()
    {
        for (var tries = 0; tries < 1000; tries++)
        {
            if (await provider.Get<Mailbox>().ListAsync(TestContext.Current.CancellationToken) is [var newest, ..])
                return SixDigits().Match(newest.Body).Value;
            await Task.Delay(TimeSpan.FromMilliseconds(20), TestContext.Current.CancellationToken);
        }

        throw new InvalidOperationException("No mail came.");
    }

    [GeneratedRegex(@"\b\d{6}\b")]
    private static partial Regex SixDigits();

    [GeneratedRegex(@"\b([A-Z2-7]{4} ){7}[A-Z2-7]{4}\b")]
    private static partial Regex Key();

    [GeneratedRegex(@"\b[0-9A-Z]{4}(-[0-9A-Z]{4}){3}\b")]
    private static partial Regex TenCodes();
}

file static class Rubbish
{
    extension(TestClient)
    {
        /// <summary>Posts a form whose every field holds rubbish.</summary>
        public static Task<TokenAnswer> SendAsync(HttpClient http, string endpoint, IEnumerable<string> fields, Func<string, string> learn) =>
            TestClient.SendAsync(http, endpoint, fields.Select(field => KeyValuePair.Create(field, learn($"rubbish-in-{endpoint}-{field}"))));
    }
}
