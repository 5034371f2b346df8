using System.Net;
using System.Text.RegularExpressions;
using Identity.Domain.Accounts;
using Identity.Domain.Partners;
using Identity.Domain.Storage;
using Identity.Testing;

namespace Identity.Tests.Web.Pages.Prove;

/// <summary>Alice is signed in, and an application wants to be surer who she is. She uses the pretend document, without script.</summary>
public sealed class ProveTests : IAsyncLifetime
{
    private static readonly Client Clinic = TestClient.Appointments with { ClientId = "clinic", ClientName = "Clinic", VectorsOfTrust = ["P1.Cl", "P3.Cl"] };

    private readonly TestClient _clinic = new(Clinic);
    private TestProvider _provider = null!; // Started before each test.
    private TestBrowser _browser = null!; // As above.
    private Guid _alice;

    public async ValueTask InitializeAsync()
    {
        _provider = await TestProvider.StartAsync(StorageProvider.Sqlite, ("Verifiers:Offered", "simulated"));
        _browser = _provider.Browser();
        await _provider.RegisterAsync(Clinic);
        _alice = await _provider.CreateAccountAsync();
        await _provider.SignInAsync(_browser, _alice);
        await _provider.ConsentAsync(_alice, Clinic);
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _provider.DisposeAsync();
    }

    [Fact]
    public async Task The_hub_says_what_is_needed_and_the_cheapest_way_first()
    {
        var hub = await ComeAsync();

        Assert.Equal("Prove who you are – Identity", hub.Title);
        Assert.Contains("Clinic needs to be more sure who you are.", hub.Words, StringComparison.Ordinal);
        Assert.Contains("How sure we need to be: very sure.", hub.Words, StringComparison.Ordinal);
        Assert.Contains("The quickest way for you Use a pretend document", hub.Words, StringComparison.Ordinal);
        Assert.Contains("Your own time: about 1 min.", hub.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Once_proven_the_application_is_answered()
    {
        var done = await AnswerAsync(await BeginAsync(await ComeAsync()), "HIGH 1");
        Assert.Contains("We have checked who you are", done.Words, StringComparison.Ordinal);

        // The hub leads on by itself, since nothing is missing any more.
        var back = await _browser.OpenAsync(Regex.Match(done.Html, "href=\"(/prove/[^/\"]+)\"").Groups[1].Value);

        Assert.Contains("code=", back.Address.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_it_begins_a_person_sees_what_is_handed_over()
    {
        var way = await WayAsync(await ComeAsync());

        Assert.Contains("What we tell them about you", way.Words, StringComparison.Ordinal);
        Assert.Contains("Archer", way.Words, StringComparison.Ordinal);
        Assert.Contains("29 February 1984", way.Words, StringComparison.Ordinal);
        Assert.Contains("any document that shows who you are", way.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NOMATCH", "We cannot say which one is wrong.")]
    [InlineData("EXPIRED", "The document is out of date.")]
    [InlineData("DECLINED", "Whoever was asked did not confirm it.")]
    [InlineData("DOWN", "This does not work at the moment.")]
    [InlineData("STRANGER", "is of another person")]
    public async Task A_refusal_says_what_to_do_and_leads_to_the_other_ways_and_a_person(string number, string words)
    {
        if (number == "STRANGER")
            await TestEvidence.ProveAsync(_provider.Services, _alice, new(2, 2, 0, 1, 1));

        var over = await AnswerAsync(await BeginAsync(await ComeAsync()), number);

        Assert.Contains(words, over.Words, StringComparison.Ordinal);
        Assert.Contains("See the other ways", over.Words, StringComparison.Ordinal);
        Assert.Contains("ask a person to look at it", over.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_little_leads_back_to_the_ways_and_keeps_what_was_proved()
    {
        await AnswerAsync(await BeginAsync(await ComeAsync()), "LOW 1");

        var hub = await ComeAsync();

        Assert.StartsWith("/prove/", hub.Path, StringComparison.Ordinal);
        Assert.Contains("a little sure", (await _browser.OpenAsync("account/identity")).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Enter an answer")]
    [InlineData("12345678901234567890123456789012345678901", "Your answer is too long")]
    [InlineData("NUMBER", "Enter another number: this one is never right")]
    public async Task An_answer_that_cannot_be_used_is_said_by_the_field(string number, string problem)
    {
        var page = await AnswerAsync(await BeginAsync(await ComeAsync()), number);

        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
        Assert.Contains(problem, page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waits_is_shown_and_can_be_looked_at()
    {
        var waiting = await AnswerAsync(await BeginAsync(await ComeAsync()), "WAIT 1");
        Assert.Contains("Somebody pretends to look at your document.", waiting.Words, StringComparison.Ordinal);

        // Left, and taken up again from the hub.
        var hub = await ComeAsync();
        Assert.Contains("You have started", hub.Words, StringComparison.Ordinal);

        _provider.Clock.Advance(TimeSpan.FromMinutes(1));
        // From the page that waits: the worker may be looking at this moment, and then it waits a little longer.
        var done = await LookAsync(waiting);
        for (var tries = 0; tries < 100 && done.Words.Contains("Somebody pretends", StringComparison.Ordinal); tries++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
            done = await LookAsync(waiting);
        }

        Assert.Contains("We have checked who you are", done.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_shown_goes_on_with_a_button()
    {
        var shown = await AnswerAsync(await BeginAsync(await ComeAsync()), "SHOW 1");
        Assert.Contains("SIMULATED", shown.Words, StringComparison.Ordinal);

        Assert.Contains("We have checked who you are", (await LookAsync(shown)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_never_gave_a_name_is_asked_for_it_before_a_way_that_has_to_be_told()
    {
        var born = (CreateOutcome.Created)await _provider.Get<AccountStore>().CreateAsync(new NewAccount(EmailAddress.Parse("nobody@example.test")), TestProvider.Password, TestContext.Current.CancellationToken);
        await _provider.SignInAsync(_browser, born.AccountId);
        var hub = await _browser.SubmitAsync(await _browser.OpenAsync("account/identity"));

        var asked = await _browser.OpenAsync(hub.Path + "/by/simulated");
        Assert.EndsWith("/by/simulated/details", asked.Path, StringComparison.Ordinal);
        var wrong = await _browser.SubmitAsync(asked, ("First", "Nia"), ("Last", ""), ("Birth.Day", "31"), ("Birth.Month", "2"), ("Birth.Year", "1990"));
        Assert.Contains("value=\"Nia\"", wrong.Html, StringComparison.Ordinal);
        Assert.Contains("id=\"problem\"", wrong.Html, StringComparison.Ordinal);

        var way = await _browser.SubmitAsync(wrong, ("First", "Nia"), ("Birth.Day", "28"), ("Birth.Month", "2"), ("Birth.Year", "1990"));
        Assert.EndsWith("/by/simulated", way.Path, StringComparison.Ordinal);
        Assert.Contains("28 February 1990", way.Words, StringComparison.Ordinal);
    }

    [Fact, Spec("RFC 8628", "5.4")]
    public async Task Another_device_goes_on_by_a_code_and_is_signed_in_to_nothing()
    {
        var step = await BeginAsync(await ComeAsync());
        var made = await _browser.SubmitAsync(await _browser.OpenAsync(step.Path + "/hand-over"));
        var code = Regex.Match(made.Html, @"\b[0-9A-Z]{4}-[0-9A-Z]{4}\b").Value;
        Assert.Contains("<svg", made.Html, StringComparison.Ordinal);

        using var telephone = _provider.Browser();
        var asked = await telephone.OpenAsync($"here?code={code}");
        Assert.Contains("Only go on if you began this yourself.", asked.Words, StringComparison.Ordinal);
        Assert.Contains($"value=\"{code}\"", asked.Html, StringComparison.Ordinal);
        var taken = await telephone.SubmitAsync(asked, ("TheirCode", code));
        Assert.Contains("What is the number of the document?", taken.Words, StringComparison.Ordinal);
        Assert.StartsWith("/sign-in/", (await telephone.OpenAsync("account/identity")).Path, StringComparison.Ordinal);

        var done = await telephone.PostFormAsync(taken, taken.Path, [.. taken.Hidden, Version(taken), KeyValuePair.Create("Answers[0].Code", "HIGH 1")]);
        Assert.Contains("You are done on this device", done.Words, StringComparison.Ordinal);
        Assert.Contains("We have checked who you are", (await _browser.OpenAsync(step.Path)).Words, StringComparison.Ordinal);
        // The code is used, and the step is nobody's there any more.
        using var stranger = _provider.Browser();
        Assert.Contains("The code is not right", (await stranger.SubmitAsync(await stranger.OpenAsync("here"), ("TheirCode", code))).Words, StringComparison.Ordinal);
        Assert.EndsWith("/here", (await stranger.OpenAsync(taken.Path)).Path.Replace("/here/done", "/here", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_was_refused_can_ask_a_person_to_look_at_it()
    {
        var refused = await AnswerAsync(await BeginAsync(await ComeAsync()), "NOMATCH");
        Assert.Contains("ask a person to look at it", refused.Words, StringComparison.Ordinal);
        var page = await _browser.OpenAsync(refused.Path.Split("/step/")[0] + "/appeal");

        var again = await _browser.SubmitAsync(page, ("Words", " "));
        Assert.Contains("Write what you think went wrong", again.Words, StringComparison.Ordinal);
        var tooLong = await _browser.SubmitAsync(page, ("Words", new string('x', 501)));
        Assert.Contains("Write 500 characters or fewer", tooLong.Words, StringComparison.Ordinal);
        Assert.Contains("xxxx", tooLong.Html, StringComparison.Ordinal);

        var asked = await _browser.SubmitAsync(page, ("Words", "My name changed last week."));
        Assert.Contains("A person will look at it", asked.Words, StringComparison.Ordinal);
        Assert.Contains("We write to you by", asked.Words, StringComparison.Ordinal);
        Assert.Contains("You asked a person to look at a proof", (await _browser.OpenAsync("account/activity")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_was_not_refused_is_asked_nothing()
    {
        var hub = await ComeAsync();

        Assert.Equal(hub.Path, (await _browser.OpenAsync(hub.Path + "/appeal")).Path);
    }

    [Fact]
    public async Task Without_a_file_the_question_says_so()
    {
        var upload = await AnswerAsync(await BeginAsync(await ComeAsync()), "UPLOAD 1");
        Assert.Contains("multipart/form-data", upload.Html, StringComparison.Ordinal);

        var again = await _browser.PostFormAsync(upload, upload.Path + "?handler=Files", [.. upload.Hidden, Version(upload)]);

        Assert.Contains("Enter an answer", again.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_verifier_that_fails_is_no_end()
    {
        var again = await AnswerAsync(await BeginAsync(await ComeAsync()), "THROW");

        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Contains("Something went wrong on our side.", again.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_elses_run_opens_nothing()
    {
        var step = await BeginAsync(await ComeAsync());
        using var other = _provider.Browser();
        var bob = await _provider.CreateAccountAsync("bob@example.test");
        await _provider.SignInAsync(other, bob);
        await _provider.ConsentAsync(bob, Clinic);
        var hub = await other.OpenAsync(_clinic.AuthorizeUrl(("vtr", """["P3.Cl"]""")));

        var page = await other.OpenAsync(hub.Path + step.Path[step.Path.IndexOf("/step/", StringComparison.Ordinal)..]);

        Assert.Equal(hub.Path, page.Path);
    }

    [Fact]
    public async Task Whoever_goes_back_without_is_back_at_the_application()
    {
        var hub = await ComeAsync();

        var back = await _browser.SubmitAsync(hub with { Address = new Uri(hub.Address, hub.Path + "?handler=Leave") });

        Assert.Contains("error=access_denied", back.Address.Query, StringComparison.Ordinal);
        Assert.Contains("identity_not_proven", back.Address.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forged_callback_leads_nowhere()
    {
        var page = await _browser.OpenAsync("prove/callback/simulated?state=0123456789012345678901234567&code=stolen");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("We do not know where you came from.", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_their_own_will_a_person_proves_the_next_level_and_sees_it_in_their_account()
    {
        var own = await _browser.OpenAsync("account/identity");
        Assert.Contains("You have not proved who you are yet.", own.Words, StringComparison.Ordinal);

        var hub = await _browser.SubmitAsync(own);
        Assert.Contains("How sure we need to be: a little sure.", hub.Words, StringComparison.Ordinal);
        await AnswerAsync(await BeginAsync(hub), "HIGH 1");

        var after = await _browser.OpenAsync("account/identity");
        Assert.Contains("How sure we are: very sure.", after.Words, StringComparison.Ordinal);
        Assert.Contains("We checked you on", after.Words, StringComparison.Ordinal);
    }

    private Task<Page> ComeAsync() => _browser.OpenAsync(_clinic.AuthorizeUrl(("vtr", """["P3.Cl"]""")));

    private Task<Page> WayAsync(Page hub) => _browser.OpenAsync(hub.Path + "/by/simulated");

    private async Task<Page> BeginAsync(Page hub) => await _browser.SubmitAsync(await WayAsync(hub));

    private Task<Page> AnswerAsync(Page step, string number) =>
        _browser.PostFormAsync(step, step.Path, [.. step.Hidden, Version(step), KeyValuePair.Create("Answers[0].Code", number)]);

    private Task<Page> LookAsync(Page step) => _browser.PostFormAsync(step, step.Path + "?handler=Look", [.. step.Hidden, Version(step)]);

    private static KeyValuePair<string, string> Version(Page step) => KeyValuePair.Create("Version", Regex.Match(step.Html, "name=\"Version\" value=\"(\\d+)\"").Groups[1].Value);
}
