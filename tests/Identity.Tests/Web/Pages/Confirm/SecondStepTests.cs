using System.Net;
using Identity.Domain.Credentials.AuthenticatorApps;
using Identity.Domain.Sessions;
using Identity.Testing;
using Identity.Tests.Web.Pages.Journeys;

namespace Identity.Tests.Web.Pages.Confirm;

/// <summary>Alice has an authenticator app and backup codes: her password alone signs nobody in.</summary>
public sealed class SecondStepTests : JourneyTest
{
    private AppSecret _app = null!; // Set at the start of each test by AskAsync.

    [Fact]
    public async Task The_password_alone_signs_nobody_in()
    {
        var page = await AskAsync();

        Assert.EndsWith("/code", page.Path, StringComparison.Ordinal);
        Assert.Equal("/welcome", (await Browser.OpenAsync("/")).Path);
    }

    [Fact]
    [Spec("RFC 6238", "4")]
    public async Task With_the_code_of_now_the_token_tells_two_factors()
    {
        var answer = await Browser.SubmitAsync(await AskAsync(), ("Code", Now()));

        var tokens = await Client.ExchangeAsync(Provider.Backchannel(), TestClient.Answer(answer.Address)["code"]);
        var id = tokens.Payload("id_token");
        Assert.Equal("aal2", id.GetProperty("acr").GetString());
        Assert.Equal(["pwd", "otp", "mfa"], id.GetProperty("amr").EnumerateArray().Select(value => value.GetString()!));
    }

    [Fact]
    public async Task A_backup_code_does_as_well_once()
    {
        var first = await AskAsync();
        var codes = await Provider.Credentials.AddBackupCodesAsync(Alice);
        var sheet = await Browser.SubmitAsync(await OtherAsync(first), ("Chosen", "BackupCode"));

        Assert.Contains("code=", (await Browser.SubmitAsync(sheet, ("Code", codes[0].ToLowerInvariant()))).Address.Query, StringComparison.Ordinal);

        using var elsewhere = Provider.Browser();
        var again = await elsewhere.SubmitAsync(await OtherAsync(await PasswordAsync(elsewhere), elsewhere), ("Chosen", "BackupCode"));
        Assert.Contains("has been used", (await elsewhere.SubmitAsync(again, ("Code", codes[0]))).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Enter the code from your app")]
    [InlineData("12345", "The code must have 6 digits")]
    [InlineData("1234567", "The code must have 6 digits, no more")]
    [InlineData("12345a", "The code must be made of digits")]
    public async Task What_is_no_code_is_said_in_words(string typed, string problem)
    {
        var page = await Browser.SubmitAsync(await AskAsync(), ("Code", typed));

        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
        Assert.Contains(problem, page.Words, StringComparison.Ordinal);
        Assert.Equal("/welcome", (await Browser.OpenAsync("/")).Path);
    }

    [Fact]
    public async Task Spaces_and_digits_of_another_script_are_welcome()
    {
        var page = await AskAsync();
        var bengali = string.Concat(Now().Select(digit => (char)('০' + digit - '0')));

        Assert.Contains("code=", (await Browser.SubmitAsync(page, ("Code", $" {bengali[..3]} {bengali[3..]} "))).Address.Query, StringComparison.Ordinal);
    }

    [Fact]
    [Spec("RFC 6238", "5.2")]
    public async Task A_code_that_was_used_does_not_work_again()
    {
        var code = Code(await AskAsync());
        await Browser.SubmitAsync(code.Page, ("Code", code.Typed));
        using var thief = Provider.Browser();

        var page = await thief.SubmitAsync(await PasswordAsync(thief), ("Code", code.Typed));

        Assert.Contains("That code has been used", page.Words, StringComparison.Ordinal);
        Assert.Equal("/welcome", (await thief.OpenAsync("/")).Path);
    }

    [Theory]
    [InlineData(-90)]
    [InlineData(90)]
    [Spec("RFC 6238", "5.2")]
    public async Task A_code_of_another_minute_is_wrong(int seconds)
    {
        var page = await AskAsync();

        var answer = await Browser.SubmitAsync(page, ("Code", _app.CodeAt(Provider.Clock.GetUtcNow().AddSeconds(seconds))));

        Assert.Contains("That is not the code your app shows now", answer.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Guessing_codes_meets_a_limit_that_a_passkey_does_not()
    {
        var page = await AskAsync();
        var wrong = _app.CodeAt(Provider.Clock.GetUtcNow().AddDays(1));
        for (var i = 0; i < 4; i++)
            page = await Browser.SubmitAsync(page, ("Code", wrong));

        Assert.Equal(HttpStatusCode.TooManyRequests, (await Browser.SubmitAsync(page, ("Code", wrong))).Status);
    }

    [Fact]
    public async Task The_second_step_of_one_citizen_is_worth_nothing_to_another()
    {
        var page = await AskAsync();
        await Provider.CreateAccountAsync("bob@example.test", "thimble-lantern-orchard");

        // Bob types his own password in the same journey, half-way through Alice's sign-in: it is he who is signed in.
        var email = await Browser.OpenAsync(page.Path.Replace("/code", "", StringComparison.Ordinal));
        var password = await Browser.SubmitAsync(email, ("Email", "bob@example.test"));
        await Browser.SubmitAsync(password, ("Password", "thimble-lantern-orchard"));

        Assert.Contains("bob@example.test", (await Browser.OpenAsync("/")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trusted_device_leaves_the_step_out_for_thirty_days_and_is_worth_no_more_for_it()
    {
        await Browser.SubmitAsync(await AskAsync(), ("Code", Now()), ("Trust", "yes"));
        await SignOutAsync();

        var answer = await PasswordAsync(Browser);
        var tokens = await Client.ExchangeAsync(Provider.Backchannel(), TestClient.Answer(answer.Address)["code"]);
        Assert.Equal("aal1", tokens.Payload("id_token").GetProperty("acr").GetString());

        // Never enough for a step-up.
        Provider.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.EndsWith("/code", (await ComeFromApplicationAsync(("acr_values", "aal2"))).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trust_is_offered_for_signing_in_and_not_for_a_step_up()
    {
        var page = await AskAsync();
        Assert.Contains("Do not ask for a code here for 30 days", page.Words, StringComparison.Ordinal);
        await Browser.SubmitAsync(page, ("Code", Now()), ("Trust", "yes"));
        await SignOutAsync();
        await PasswordAsync(Browser);

        Assert.DoesNotContain("30 days", (await ComeFromApplicationAsync(("acr_values", "aal2"))).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_device_that_is_revoked_or_another_citizens_is_not_trusted()
    {
        await Browser.SubmitAsync(await AskAsync(), ("Code", Now()), ("Trust", "yes"));
        var bob = await Provider.CreateAccountAsync("bob@example.test");
        var key = Browser.Cookies.GetCookies(TestProvider.Issuer)["trusted"]!.Value; // It was just given.
        var devices = Provider.Get<TrustedDevices>();
        Assert.True(await devices.AreTrustedAsync(Alice, key, Cancellation));
        Assert.False(await devices.AreTrustedAsync(bob, key, Cancellation));
        var device = Assert.Single(await devices.ListAsync(Alice, Cancellation));

        Assert.False(await devices.RevokeAsync(bob, device.Id, Cancellation));
        Assert.True(await devices.RevokeAsync(Alice, device.Id, Cancellation));

        await SignOutAsync();
        Assert.EndsWith("/code", (await PasswordAsync(Browser)).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Half_a_sign_in_is_over_after_a_quarter_of_an_hour()
    {
        var page = await AskAsync();
        Provider.Clock.Advance(TimeSpan.FromMinutes(15));

        var over = await Browser.SubmitAsync(page, ("Code", Now()));

        Assert.Matches("^/sign-in/[^/]+$", over.Path);
        Assert.Equal("/welcome", (await Browser.OpenAsync("/")).Path);
    }

    [Fact]
    public async Task Trust_is_for_the_app_there_was_and_for_no_other()
    {
        var devices = Provider.Get<TrustedDevices>();
        var key = await devices.TrustAsync(Alice, null, "Firefox/Linux", Cancellation);

        await Provider.Credentials.AddAppAsync(Alice);

        Assert.False(await devices.AreTrustedAsync(Alice, key, Cancellation));
    }

    [Fact]
    public async Task A_trusted_device_is_seen_and_forgotten_among_the_devices()
    {
        await Browser.SubmitAsync(await AskAsync(), ("Code", Now()), ("Trust", "yes"));
        var page = await Browser.OpenAsync("account/devices");
        Assert.Contains("Devices you trust", page.Words, StringComparison.Ordinal);
        var device = Assert.Single(await Provider.Get<TrustedDevices>().ListAsync(Alice, Cancellation));

        foreach (var id in new[] { "nonsense", Guid.Empty.ToString(), device.Id.ToString() })
            page = await Browser.PostFormAsync(page, "account/devices?handler=Forget", [.. page.Hidden, new("Device", id)]);

        Assert.Contains("That device is not trusted any more.", page.Words, StringComparison.Ordinal);
        Assert.Empty(await Provider.Get<TrustedDevices>().ListAsync(Alice, Cancellation));
    }

    [Fact]
    public async Task Trust_ends_with_its_time()
    {
        var devices = Provider.Get<TrustedDevices>();
        var key = await devices.TrustAsync(Alice, null, "Firefox/Linux", Cancellation);
        Assert.True(await devices.AreTrustedAsync(Alice, key, Cancellation));

        Assert.False(await devices.AreTrustedAsync(Alice, new string('x', 43), Cancellation));
        Assert.False(await devices.AreTrustedAsync(Alice, "", Cancellation));
        Provider.Clock.SetUtcNow(Provider.Clock.GetUtcNow().AddDays(30));
        Assert.False(await devices.AreTrustedAsync(Alice, key, Cancellation));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private (Page Page, string Typed) Code(Page page) => (page, Now());

    private string Now() => _app.CodeAt(Provider.Clock.GetUtcNow());

    private async Task<Page> AskAsync()
    {
        _app = await Provider.Credentials.AddAppAsync(Alice);
        await Provider.ConsentAsync(Alice, Client.Registration);
        return await PasswordAsync(Browser);
    }

    private async Task<Page> PasswordAsync(TestBrowser browser)
    {
        var password = await browser.SubmitAsync(await browser.OpenAsync(Client.AuthorizeUrl()), ("Email", "alice@example.test"));
        return await browser.SubmitAsync(password, ("Password", TestProvider.Password));
    }

    private Task<Page> OtherAsync(Page code, TestBrowser? browser = null) =>
        (browser ?? Browser).OpenAsync(code.Path.Replace("/code", "/confirm-it-is-you?other=true", StringComparison.Ordinal));

    private async Task SignOutAsync() => await Browser.SubmitAsync(await Browser.OpenAsync("sign-out"));
}
