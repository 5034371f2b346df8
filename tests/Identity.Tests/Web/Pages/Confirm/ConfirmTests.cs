using System.Net;
using Identity.Testing;
using Identity.Tests.Web.Pages.Journeys;

namespace Identity.Tests.Web.Pages.Confirm;

/// <summary>Alice is signed in by password and shares with an application, which asks for more.</summary>
public sealed class ConfirmTests : JourneyTest
{
    private const string Essential = """{"id_token":{"acr":{"essential":true,"values":["phr"]}}}""";

    [Fact]
    [Spec("OpenID Connect Core", "3.1.2.1")]
    public async Task An_old_sign_in_is_freshened_by_the_password_alone_in_the_same_session()
    {
        var page = await AskAsync(("max_age", "60"));
        Assert.EndsWith("/confirm-password", page.Path, StringComparison.Ordinal);
        Assert.Contains("needs to be sure that it is you.", page.Words, StringComparison.Ordinal);

        var answer = await Browser.SubmitAsync(page, ("Password", TestProvider.Password));

        Assert.Contains("code=", answer.Address.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_is_said_in_words_that_fit_who_is_there()
    {
        var page = await Browser.SubmitAsync(await AskAsync(("max_age", "60")), ("Password", "wrong-password-typed"));

        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
        Assert.Contains("That password is wrong. Try again.", page.Words, StringComparison.Ordinal);
        Assert.Null(page.Field("Password"));
    }

    [Fact]
    public async Task Guessing_meets_the_limits_of_signing_in()
    {
        var page = await AskAsync(("max_age", "60"));
        for (var i = 0; i < 4; i++)
            page = await Browser.SubmitAsync(page, ("Password", "wrong-password-typed"));

        Assert.Equal(HttpStatusCode.TooManyRequests, (await Browser.SubmitAsync(page, ("Password", "wrong-password-typed"))).Status);
    }

    [Theory]
    [InlineData("acr_values", "phr", "code")]
    [InlineData("claims", Essential, "error=unmet_authentication_requirements")]
    public async Task Who_has_nothing_sure_enough_goes_back_to_the_application_which_is_told(string parameter, string value, string told)
    {
        var page = await AskAsync((parameter, value));
        Assert.Contains("You have no way to sign in that is sure enough for this.", page.Words, StringComparison.Ordinal);

        var answer = await Browser.SubmitAsync(page, ("Chosen", "None"));

        Assert.Contains(told, answer.Address.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_does_not_have_the_one_way_at_hand_can_say_so()
    {
        var page = await AskAsync(("max_age", "60"));

        var other = await Browser.OpenAsync(page.Path.Replace("confirm-password", "confirm-it-is-you?other=true", StringComparison.Ordinal));
        Assert.Contains("I cannot use any of these", other.Words, StringComparison.Ordinal);

        var unchosen = await Browser.SubmitAsync(other);
        Assert.Contains("Select how to confirm it’s you", unchosen.Words, StringComparison.Ordinal);
        var unknown = await Browser.SubmitAsync(other, ("Chosen", "Retina"));
        Assert.Contains("Select how to confirm it’s you", unknown.Words, StringComparison.Ordinal);
        Assert.Contains("error=unmet_authentication_requirements", (await Browser.SubmitAsync(other, ("Chosen", "None"))).Address.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_that_is_done_leads_on()
    {
        var page = await AskAsync(("max_age", "60"));
        await Browser.SubmitAsync(page, ("Password", TestProvider.Password));

        // The interaction has ended with its answer.
        Assert.Equal(HttpStatusCode.BadRequest, (await Browser.OpenAsync(page.Path)).Status);
    }

    [Fact]
    public async Task Nobody_signed_in_signs_in_first()
    {
        var page = await AskAsync(("max_age", "60"));
        Provider.Clock.Advance(TimeSpan.FromMinutes(31));

        Assert.Matches("^/sign-in/[^/]+$", (await Browser.OpenAsync(page.Path)).Path);
    }

    [Fact]
    public async Task Another_citizen_who_resumes_it_confirms_with_their_own_password()
    {
        var page = await AskAsync(("max_age", "60"));
        var bob = await Provider.CreateAccountAsync("bob@example.test", "thimble-lantern-orchard");
        await Provider.SignInAsync(Browser, bob);
        Provider.Clock.Advance(TimeSpan.FromMinutes(2));

        var again = await Browser.OpenAsync(page.Path);
        Assert.Contains("bob@example.test", again.Words, StringComparison.Ordinal);
        Assert.StartsWith("Error: ", (await Browser.SubmitAsync(again, ("Password", TestProvider.Password))).Title, StringComparison.Ordinal);
    }

    private async Task<Page> AskAsync(params (string, string?)[] changes)
    {
        await Provider.SignInAsync(Browser, Alice);
        await Provider.ConsentAsync(Alice, Client.Registration);
        Provider.Clock.Advance(TimeSpan.FromMinutes(10));
        return await ComeFromApplicationAsync(changes);
    }
}
