using System.Text.Json;
using Identity.Domain.Accounts;
using Identity.Domain.Audit;
using Identity.Testing;
using Identity.Testing.Passkeys;

namespace Identity.Tests.Web.Pages.Passkeys;

/// <summary>Alice has a passkey on her phone, and shares with an application.</summary>
public sealed class PasskeySignInTests : PasskeyPages
{
    [Fact]
    [Spec("RFC 8176", "2")]
    public async Task From_the_first_page_to_the_application_and_the_token_tells_how()
    {
        var answer = await UseAsync(await AskAsync());

        var id = (await Client.ExchangeAsync(Provider.Backchannel(), TestClient.Answer(answer.Address)["code"])).Payload("id_token");
        Assert.Equal("phr", id.GetProperty("acr").GetString());
        Assert.Equal(["pop", "swk", "user", "mfa"], id.GetProperty("amr").EnumerateArray().Select(value => value.GetString()!));
        Assert.Empty((await Provider.Get<AuditVerifier>().VerifyAsync(TestContext.Current.CancellationToken)).Faults);
    }

    [Fact]
    public async Task The_question_names_nobody()
    {
        var options = JsonDocument.Parse(await OptionsAsync(await AskAsync())).RootElement;

        Assert.Empty(options.GetProperty("allowCredentials").EnumerateArray());
        Assert.Equal(("localhost", "required"), (options.GetProperty("rpId").GetString(), options.GetProperty("userVerification").GetString()));
    }

    [Fact]
    [Spec("Web Authentication Level 3", "13.4.3")]
    public async Task An_answer_counts_once()
    {
        var page = await AskAsync();
        var answer = Phone.Get(await OptionsAsync(page));
        await AnswerAsync(page, answer);

        using var thief = Provider.Browser();
        var theirs = await thief.OpenAsync(Client.AuthorizeUrl());
        Tells("That took too long, or was already used.", await AnswerAsync(theirs, answer, thief));
        Assert.Equal("/welcome", (await thief.OpenAsync("/")).Path);

        // Nor in the same browser, in another journey.
        await Browser.SubmitAsync(await Browser.OpenAsync("sign-out"));
        Tells("That took too long, or was already used.", await AnswerAsync(await ComeFromApplicationAsync(), answer));
        Assert.Equal("/welcome", (await Browser.OpenAsync("/")).Path);
    }

    [Fact]
    public async Task An_answer_to_a_question_put_to_another_browser_counts_for_nothing()
    {
        using var thief = Provider.Browser();
        var theirs = await thief.OpenAsync(Client.AuthorizeUrl());
        var mine = await AskAsync();

        Tells("That took too long, or was already used.", await AnswerAsync(mine, Phone.Get(await OptionsAsync(theirs, thief))));
    }

    [Fact]
    public async Task A_question_is_over_after_ten_minutes()
    {
        var page = await AskAsync();
        var answer = Phone.Get(await OptionsAsync(page));
        Provider.Clock.Advance(TimeSpan.FromMinutes(10));

        Tells("That took too long, or was already used.", await AnswerAsync(page, answer));
    }

    [Fact]
    public async Task Two_tabs_work_in_any_order()
    {
        var (first, second) = (await AskAsync(), await ComeFromApplicationAsync());
        var (one, two) = (await OptionsAsync(first), await OptionsAsync(second));

        Assert.Contains("code=", (await AnswerAsync(second, Phone.Get(two))).Address.Query, StringComparison.Ordinal);
        Assert.Contains("code=", (await AnswerAsync(first, Phone.Get(one))).Address.Query, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("signature")]
    [InlineData("origin")]
    [InlineData("type")]
    [InlineData("relying party")]
    [InlineData("user handle")]
    [InlineData("not verified")]
    [InlineData("not present")]
    [InlineData("eligibility")]
    public async Task What_does_not_hold_signs_nobody_in_and_another_way_is_offered(string broken)
    {
        var page = await UseAsync(await AskAsync(), Break(broken));

        Tells("We could not check that passkey.", page);
        Assert.Contains("Confirm in another way", page.Words, StringComparison.Ordinal);
        Assert.Equal("/welcome", (await Browser.OpenAsync("/")).Path);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"id\":1}")]
    [InlineData("{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{}}")]
    public async Task What_is_no_answer_is_refused_in_words(string answer) =>
        Tells("We could not check that passkey.", await AnswerAsync(await AskAsync(), answer));

    [Fact]
    public async Task A_megabyte_is_refused_in_words() =>
        Tells("We could not check that passkey.", await AnswerAsync(await AskAsync(), new string('x', 1_000_000)));

    [Fact]
    [Spec("Web Authentication Level 3", "5.1.10.1")]
    public async Task A_passkey_that_nobody_has_any_more_is_told_to_the_browser()
    {
        var stranger = new SoftwareAuthenticator(TestProvider.Issuer.GetLeftPart(UriPartial.Authority));
        await using var elsewhere = await TestProvider.StartAsync();
        await elsewhere.Credentials.AddPasskeyAsync(await elsewhere.CreateAccountAsync(), stranger);

        var page = await AskAsync();
        var told = await AnswerAsync(page, stranger.Get(await OptionsAsync(page)));

        Tells("That passkey does not belong to any account here.", told);
        Assert.Contains("&quot;unknown&quot;:&quot;", told.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("data-signals", (await Browser.OpenAsync(told.Path)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_that_is_held_opens_to_no_passkey_either()
    {
        var page = await AskAsync();
        var cancellation = TestContext.Current.CancellationToken;
        var account = (await Provider.Get<AccountStore>().FindAsync(Alice, cancellation))!; // It was just created.
        await Provider.Get<AccountHolds>().HoldAsync(account, HoldReason.Review, "test", cancellation);

        var told = await UseAsync(page);

        Assert.Equal(System.Net.HttpStatusCode.Forbidden, told.Status);
        Assert.Equal("/welcome", (await Browser.OpenAsync("/")).Path);
    }

    [Fact]
    public async Task Who_has_an_app_too_is_asked_for_no_code_after_a_passkey()
    {
        var page = await AskAsync();
        await Provider.Credentials.AddAppAsync(Alice);

        Assert.Contains("code=", (await UseAsync(page)).Address.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pending_second_step_survives_the_question_and_a_passkey_completes_it()
    {
        var first = await AskAsync();
        await Provider.Credentials.AddAppAsync(Alice);
        var how = await Browser.SubmitAsync(await Browser.SubmitAsync(first, ("Email", "alice@example.test")), ("Password", TestProvider.Password));
        var page = await Browser.SubmitAsync(how, ("Chosen", "Passkey"));

        var options = JsonDocument.Parse(await OptionsAsync(page)).RootElement;
        Assert.Single(options.GetProperty("allowCredentials").EnumerateArray());
        Assert.Contains("How do you want to confirm it’s you?", (await Browser.OpenAsync(how.Path)).Words, StringComparison.Ordinal);
        Assert.Contains("code=", (await UseAsync(page)).Address.Query, StringComparison.Ordinal);
    }

    [Fact]
    [Spec("RFC 9470", "5")]
    public async Task A_step_up_takes_the_passkey_of_who_is_signed_in_and_of_nobody_else()
    {
        await AskAsync();
        await Provider.SignInAsync(Browser, Alice);
        var bob = await Provider.CreateAccountAsync("bob@example.test");
        var page = await ComeFromApplicationAsync(("acr_values", "phr"));
        Assert.EndsWith("/passkey", page.Path, StringComparison.Ordinal);

        var bobs = new SoftwareAuthenticator(TestProvider.Issuer.GetLeftPart(UriPartial.Authority));
        await Provider.Credentials.AddPasskeyAsync(bob, bobs);
        var asked = JsonDocument.Parse(await OptionsAsync(page)).RootElement.GetProperty("challenge").GetString();
        Tells("We could not check that passkey.", await AnswerAsync(page, bobs.Get($$"""{"challenge":"{{asked}}","rpId":"localhost"}""")));

        Assert.Contains("code=", (await UseAsync(page)).Address.Query, StringComparison.Ordinal);
    }

    private async Task<Page> AskAsync()
    {
        await Provider.Credentials.AddPasskeyAsync(Alice, Phone);
        await Provider.ConsentAsync(Alice, Client.Registration);
        return await ComeFromApplicationAsync();
    }

    private static Action<AuthenticatorAnswer> Break(string what) => what switch
    {
        "signature" => answer => answer.Signed = signature => [.. signature[..^1], (byte)(signature[^1] ^ 1)],
        "origin" => answer => answer.ClientData["origin"] = "https://evil.example",
        "type" => answer => answer.ClientData["type"] = "webauthn.create",
        "relying party" => answer => answer.RelyingPartyId = "evil.example",
        "user handle" => answer => answer.UserHandle = new byte[32],
        "not verified" => answer => answer.UserVerified = false,
        "not present" => answer => answer.UserPresent = false,
        "eligibility" => answer => (answer.BackupEligible, answer.BackedUp) = (false, false),
        _ => throw new ArgumentException(what),
    };
}
