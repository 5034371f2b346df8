using System.Net;
using Identity.Domain.Notifications.Senders;
using Identity.Domain.Partners;
using Identity.Domain.Storage;
using Identity.Testing;
using Identity.Tests.Protocol.DeviceAuthorization;

namespace Identity.Tests.Web.Pages.ConnectDevice;

/// <summary>Alice has a watch on her wrist and a browser in her hand.</summary>
[Spec("RFC 8628", "3.3")]
public sealed class ConnectDeviceTests() : DeviceTest(StorageProvider.Sqlite)
{
    private const string Wrong = "That code is not right or has expired. Check your device for a new one";

    [Fact]
    public async Task A_code_that_is_typed_leads_to_the_question_and_a_yes_connects()
    {
        var asked = await AskAsync();

        var question = await EnterAsync(asked["user_code"]);
        Assert.Equal("Connect a device to Pulse Watch? – Identity", question.Title);
        Assert.Contains(asked["user_code"]!, question.Words, StringComparison.Ordinal); // The request was valid.
        Assert.Contains("Did you start this? Is the device in front of you?", question.Words, StringComparison.Ordinal);
        var done = await Browser.SubmitAsync(question, ("Decision", "yes"));

        Assert.EndsWith("/connected", done.Path, StringComparison.Ordinal);
        Assert.Contains("goes on with Pulse Watch by itself", done.Words, StringComparison.Ordinal);
        Assert.Equal(200, (await PollAsync(asked)).Status);
    }

    [Theory]
    [InlineData(" ", "")]
    [InlineData("", "")]
    [InlineData("--", " ")]
    public async Task Spaces_hyphens_and_small_letters_are_welcome(string hyphen, string around)
    {
        var asked = await AskAsync();

        var page = await EnterAsync(around + asked["user_code"]!.Replace("-", hyphen, StringComparison.Ordinal).ToLowerInvariant() + around); // The request was valid.

        Assert.StartsWith("Connect a device to", page.Title, StringComparison.Ordinal);
    }

    [Fact]
    [Spec("RFC 8628", "3.3.1")]
    public async Task A_picture_fills_the_code_in_and_does_nothing_else()
    {
        var asked = await AskAsync();

        var page = await Browser.OpenAsync(asked["verification_uri_complete"]!); // The request was valid.

        Assert.Equal(("/device", asked["user_code"]), (page.Path, page.Field("UserCode")));
        Assert.Contains("Check that your device shows the same code.", page.Words, StringComparison.Ordinal);
        Assert.StartsWith("Connect a device to", (await Browser.SubmitAsync(page, ("UserCode", asked["user_code"]!))).Title, StringComparison.Ordinal); // As above.
    }

    [Theory]
    [InlineData("AEIO-UAEI")]
    [InlineData("<script>")]
    [InlineData("")]
    public async Task A_picture_of_something_else_fills_nothing_in(string code) =>
        Assert.Null((await Browser.OpenAsync("device?user_code=" + Uri.EscapeDataString(code))).Field("UserCode"));

    [Fact]
    public async Task Unknown_expired_used_and_refused_codes_are_told_alike()
    {
        var (used, refused, expired) = (await AskAsync(), await AskAsync(), await AskAsync());
        await AnswerAsync(used);
        await AnswerAsync(refused, "no");
        var pages = new List<Page> { await EnterAsync(used["user_code"]), await EnterAsync(refused["user_code"]), await EnterAsync("BCDF-GHJK") };
        Wait(901);
        pages.Add(await EnterAsync(expired["user_code"]));

        Assert.All(pages, page => Assert.Contains(Wrong, page.Words, StringComparison.Ordinal));
        Assert.Single(pages.Select(page => (page.Status, page.Path, page.Title, Told(page.Words))).Distinct());

        // The time at which the session ends is the session's.
        static string Told(string words) => words.Split("You will be signed out")[0].Split("signed out at")[0];
    }

    [Theory]
    [InlineData("BCDFGHJ")]
    [InlineData("12345678")]
    [InlineData("'; DROP TABLE device_codes; --")]
    public async Task What_is_no_code_is_told_as_a_wrong_one(string typed) => Assert.Contains(Wrong, (await EnterAsync(typed)).Words, StringComparison.Ordinal);

    [Fact]
    public async Task Nothing_and_far_too_much_have_an_answer()
    {
        Assert.Contains("Enter the code that your device shows", (await EnterAsync("")).Words, StringComparison.Ordinal);
        Assert.Contains(Wrong, (await EnterAsync(new string('B', 5000))).Words, StringComparison.Ordinal);
    }

    [Fact]
    [Spec("RFC 8628", "5.1")]
    public async Task After_five_wrong_codes_a_right_one_waits_too()
    {
        using var stranger = Provider.Browser();
        var asked = await AskAsync();
        for (var tries = 0; tries < 5; tries++)
            await EnterAsync("BCDF-GHJK", stranger);

        var page = await EnterAsync(asked["user_code"], stranger);

        Assert.Equal(HttpStatusCode.TooManyRequests, page.Status);
        Wait(61);
        Assert.StartsWith("/sign-in/", (await EnterAsync(asked["user_code"], stranger)).Path, StringComparison.Ordinal);
        // A right code forgets nothing, as whoever guesses can have right ones made.
        await EnterAsync("BCDF-GHJK", stranger);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await EnterAsync("BCDF-GHJK", stranger)).Status);
    }

    [Fact]
    [Spec("RFC 8628", "5.1")]
    public async Task Who_is_signed_in_does_not_wait_for_the_guesses_of_their_network()
    {
        using var stranger = Provider.Browser();
        for (var tries = 0; tries < 5; tries++)
            await EnterAsync("BCDF-GHJK", stranger);

        Assert.StartsWith("Connect a device to", (await EnterAsync((await AskAsync())["user_code"])).Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_can_be_no_code_is_no_guess()
    {
        using var stranger = Provider.Browser();
        for (var tries = 0; tries < 10; tries++)
            await EnterAsync("BCDFGHJ", stranger);

        Assert.StartsWith("/sign-in/", (await EnterAsync((await AskAsync())["user_code"], stranger)).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_not_signed_in_does_that_first_and_the_question_comes_before_what_is_shared()
    {
        using var phone = Provider.Browser();
        await Provider.CreateAccountAsync("bob@example.test");
        var asked = await AskAsync();

        var signIn = await EnterAsync(asked["user_code"], phone);
        Assert.Contains("Pulse Watch", signIn.Words, StringComparison.Ordinal);
        var question = await phone.SubmitAsync(await phone.SubmitAsync(signIn, ("Email", "bob@example.test")), ("Password", TestProvider.Password));
        Assert.StartsWith("Connect a device to", question.Title, StringComparison.Ordinal);
        Assert.Contains("On the next page you see each detail", question.Words, StringComparison.Ordinal);
        Assert.Equal("authorization_pending", (await PollAsync(asked)).Error);
        var share = await phone.SubmitAsync(question, ("Decision", "yes"));
        Assert.StartsWith("/share/", share.Path, StringComparison.Ordinal);
        var done = await phone.SubmitAsync(share, ("Decision", "agree"));

        Assert.EndsWith("/connected", done.Path, StringComparison.Ordinal);
        Wait(5);
        Assert.Equal(200, (await PollAsync(asked)).Status);
    }

    [Fact]
    public async Task Who_will_not_share_does_not_connect()
    {
        var watch = await RegisterAsync(Registration with { ClientId = "other" }, consented: false);
        var asked = await AskAsync(watch);
        var share = await AnswerAsync(asked);
        var refused = await Browser.SubmitAsync(share, ("Decision", "refuse"));

        var end = await Browser.SubmitAsync(refused);

        Assert.EndsWith("/not-connected", end.Path, StringComparison.Ordinal);
        Assert.Equal("access_denied", (await PollAsync(watch, asked["device_code"]!)).Error); // The request was valid.
    }

    [Fact]
    [Spec("RFC 8628", "5.4")]
    public async Task Who_did_not_start_it_says_so_and_nothing_is_granted()
    {
        var asked = await AskAsync();

        var end = await AnswerAsync(asked, "no");

        Assert.EndsWith("/not-connected", end.Path, StringComparison.Ordinal);
        Assert.Contains("It got nothing from your account.", end.Words, StringComparison.Ordinal);
        Assert.Equal("access_denied", (await PollAsync(asked)).Error);
    }

    [Theory]
    [InlineData("maybe")]
    [InlineData("")]
    public async Task Another_answer_is_none(string decision)
    {
        var asked = await AskAsync();

        var page = await AnswerAsync(asked, decision);

        Assert.StartsWith("Connect a device to", page.Title, StringComparison.Ordinal);
        Assert.Equal("authorization_pending", (await PollAsync(asked)).Error);
    }

    [Fact]
    public async Task Of_two_who_answer_one_device_the_second_comes_too_late()
    {
        using var other = Provider.Browser();
        await Provider.SignInAsync(other, await Provider.CreateAccountAsync("bob@example.test"));
        var asked = await AskAsync();
        var question = await EnterAsync(asked["user_code"], other);
        await AnswerAsync(asked);

        var late = await other.SubmitAsync(question, ("Decision", "yes"));

        Assert.EndsWith("/not-connected", late.Path, StringComparison.Ordinal);
        Assert.Contains("has been used", late.Words, StringComparison.Ordinal);
        var tokens = await PollAsync(asked);
        using var response = await UserInfoAsync(tokens["access_token"]!); // Alice's, who was first.
        Assert.Contains("Alice", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_given_twice_is_one_answer()
    {
        var question = await EnterAsync((await AskAsync())["user_code"]);
        await Browser.SubmitAsync(question, ("Decision", "yes"));

        Assert.EndsWith("/connected", (await Browser.SubmitAsync(question, ("Decision", "yes"))).Path, StringComparison.Ordinal);
        Assert.EndsWith("/connected", (await Browser.SubmitAsync(question, ("Decision", "no"))).Path, StringComparison.Ordinal);
        Assert.EndsWith("/connected", (await Browser.OpenAsync(question.Path + "/not-connected")).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_after_the_time_comes_too_late()
    {
        var asked = await AskAsync();
        var question = await EnterAsync(asked["user_code"]);
        Wait(901);

        Assert.EndsWith("/not-connected", (await Browser.SubmitAsync(question, ("Decision", "yes"))).Path, StringComparison.Ordinal);
        Assert.Equal("expired_token", (await PollAsync(asked)).Error);
    }

    [Fact]
    public async Task The_question_opens_for_nobody_else()
    {
        using var other = Provider.Browser();
        var question = await EnterAsync((await AskAsync())["user_code"]);

        Assert.Equal(HttpStatusCode.BadRequest, (await other.OpenAsync(question.Path)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await other.OpenAsync(question.Path + "/connected")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Browser.OpenAsync("device/AAAAAAAAAAAAAAAAAAAAAA")).Status);
    }

    [Fact]
    public async Task The_authorization_endpoint_takes_no_journey_of_a_device()
    {
        var question = await EnterAsync((await AskAsync())["user_code"]);

        using var response = await Browser.GetAsync("authorize?interaction=" + question.Path.Split('/')[^1]);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task A_device_that_asks_for_a_second_step_gets_one_where_there_is_one()
    {
        var asked = await AskAsync(("acr_values", "aal2 no-such-class"));

        var confirm = await AnswerAsync(asked);

        Assert.StartsWith("/sign-in/", confirm.Path, StringComparison.Ordinal);
        Assert.EndsWith("/confirm-it-is-you", confirm.Path, StringComparison.Ordinal);
        Assert.Equal("authorization_pending", (await PollAsync(asked)).Error);
        // OpenID Connect Core §5.5.1.1: acr_values are a wish.
        Assert.EndsWith("/connected", (await Browser.SubmitAsync(confirm, ("Chosen", "None"))).Path, StringComparison.Ordinal);
        Assert.Equal("aal1", (await PollAsync(asked)).Payload("id_token").GetProperty("acr").GetString());
    }

    [Fact]
    public async Task A_scope_that_takes_a_level_leads_to_the_proof_and_who_leaves_it_does_not_connect()
    {
        var api = Api("records");
        await Provider.RegisterAsync(api with { Resource = api.Resource! with { Levels = new Dictionary<string, string> { ["records"] = "gpg45:medium" } } }); // An API has one.
        var scale = await RegisterAsync(Registration with { ClientId = "scale", Scope = "openid records", Resources = [api.Resource!.Resource] }); // As above.
        var (left, proven) = (await AskAsync(scale, ("scope", "openid records")), await AskAsync(scale, ("scope", "openid records")));

        var prove = await AnswerAsync(left);
        Assert.StartsWith("/prove/", prove.Path, StringComparison.Ordinal);
        var end = await Browser.SubmitAsync(prove with { Address = new Uri(prove.Address.GetLeftPart(UriPartial.Path) + "?handler=Leave") });
        Assert.EndsWith("/not-connected", end.Path, StringComparison.Ordinal);
        Assert.Equal("access_denied", (await PollAsync(scale, left["device_code"]!)).Error); // The request was valid.

        await TestEvidence.ProveAsync(Provider.Services, Alice);
        Assert.EndsWith("/connected", (await AnswerAsync(proven)).Path, StringComparison.Ordinal);
        var tokens = await PollAsync(scale, proven["device_code"]!); // As above.
        Assert.Equal(api.Resource!.Resource, tokens.Payload("access_token").GetProperty("aud").GetString()); // As above.
    }

    [Fact]
    [Spec("RFC 8628", "5.4")]
    public async Task Who_signs_in_on_the_way_is_asked_themselves()
    {
        var watch = await RegisterAsync(Registration with { ClientId = "other" }, consented: false);
        var share = await AnswerAsync(await AskAsync(watch));
        Browser.Cookies.GetCookies(TestProvider.Issuer)["session"]!.Expired = true; // Alice is signed in.

        var signIn = await Browser.OpenAsync(share.Path);
        Assert.StartsWith("/sign-in/", signIn.Path, StringComparison.Ordinal);
        var next = await Browser.SubmitAsync(await Browser.SubmitAsync(signIn, ("Email", "alice@example.test")), ("Password", TestProvider.Password));

        Assert.StartsWith("Connect a device to", next.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paused_application_connects_nothing()
    {
        var question = await EnterAsync((await AskAsync())["user_code"]);
        await Provider.RegisterAsync(Registration with { Paused = true });

        Assert.Equal(HttpStatusCode.Forbidden, (await Browser.SubmitAsync(question, ("Decision", "yes"))).Status);
    }

    [Fact]
    public async Task An_application_that_only_asks_who_somebody_is_is_told_to_get_that()
    {
        await RegisterAsync(Registration with { ClientId = "plain", Scope = "openid" });

        var page = await EnterAsync((await AskAsync(new TestClient(Registration with { ClientId = "plain" }), ("scope", "openid")))["user_code"]);

        Assert.Contains("Nothing but the fact that it is you", page.Words, StringComparison.Ordinal);
        Assert.Contains("only while you are signed in here", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_owner_is_told_of_a_device_that_was_connected()
    {
        await AnswerAsync(await AskAsync());

        for (var tries = 0; tries < 500; tries++)
        {
            if ((await Provider.Get<Mailbox>().ListAsync(TestContext.Current.CancellationToken)).FirstOrDefault(message => message.Subject.StartsWith("A device was connected", StringComparison.Ordinal)) is { } mail)
            {
                Assert.Contains("It uses Pulse Watch.", mail.Body, StringComparison.Ordinal);
                Assert.Contains("/not-me/", mail.Body, StringComparison.Ordinal);
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), TestContext.Current.CancellationToken);
        }

        Assert.Fail("No mail came.");
    }

    [Fact]
    public async Task The_pages_speak_Welsh()
    {
        var asked = await AskAsync();
        var question = await Browser.SubmitAsync(await Browser.OpenAsync("device?lang=cy"), ("UserCode", asked["user_code"]!)); // The request was valid.

        Assert.Contains("Ai chi ddechreuodd hyn?", question.Words, StringComparison.Ordinal);
    }
}
