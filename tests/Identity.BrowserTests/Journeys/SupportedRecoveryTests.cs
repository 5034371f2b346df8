using Identity.BrowserTests.Running;
using Identity.BrowserTests.Walk;
using Identity.Domain.Recovery;
using Identity.Domain.Support.Actions;
using Identity.Testing;
using Xunit;

namespace Identity.BrowserTests.Journeys;

/// <summary>Two of the staff get somebody back in, each at their own screen, and see no secret of theirs.</summary>
[Spec("NIST SP 800-63B-4", "4.2")]
public sealed class SupportedRecoveryTests(Browser browser, PatientProvider provider) : IClassFixture<PatientProvider>
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(Screens))]
    public async Task Nothing_is_left_but_the_screen_she_sits_at(Screen screen)
    {
        await using var alice = await browser.OpenAsync(screen);
        var walker = new Walker(provider, alice, "en");
        await walker.HasAccountAsync();
        await alice.LoseAsync(walker, "All of these");
        await alice.ChooseAsync("I do not have any of these");
        await alice.SeeAsync("We will help you");
        await alice.CheckAsync();
        await alice.ClickLinkAsync("show them a number");
        await alice.ClickButtonAsync("Show a number");
        var number = await alice.Page.Locator(".govuk-inset-text").InnerTextAsync();
        await alice.CheckAsync();

        var agent = await provider.Staff.HireAsync("agent");
        await using var ada = await WorkAsync(agent);
        await ada.LookAsync(walker.Email);
        var account = new Uri(ada.Page.Url).AbsolutePath;
        await ada.GoAsync(provider.Support, account + "/screen");
        await ada.FillAsync("The number on their screen", number);
        await ada.Page.GetByLabel("All of these", new() { Exact = true }).CheckAsync();
        await ada.Page.GetByLabel("None of these, or they do not know").CheckAsync();
        await ada.CheckAsync();
        await ada.ClickButtonAsync("Connect this account");
        await ada.ReadAsync("The caller is asked on their screen now.");

        await alice.ClickLinkAsync("They have entered it");
        await alice.SeeAsync("Was it you who read the number out?");
        await alice.ReadAsync("Everything that you sign in with");
        await alice.CheckAsync();
        await alice.ClickButtonAsync("Yes, it was me, and it is right");
        await alice.SeeAsync("What else can you show?");

        await AllowAsync(ada, account);
        await alice.Page.ReloadAsync();
        await alice.SeeAsync("You are nearly there");
        provider.Wait(Day);
        await alice.Page.ReloadAsync();
        await alice.FinishAsync(password: true);
    }

    [Fact]
    public async Task What_two_have_allowed_is_opened_by_something_of_her_own()
    {
        await using var alice = await browser.OpenAsync(Screen.PhoneWithoutScript);
        var walker = new Walker(provider, alice, "en");
        await walker.HasAccountAsync();
        var owner = await provider.FindAsync(walker.Email);
        await provider.Credentials.AddAppAsync(owner);
        var codes = await provider.Credentials.AddBackupCodesAsync(owner);
        var agent = await provider.Staff.HireAsync("agent");
        await using var ada = await WorkAsync(agent);
        await ada.LookAsync(walker.Email);
        await AllowAsync(ada, new Uri(ada.Page.Url).AbsolutePath);

        await alice.LoseAsync(walker, "My authenticator app");
        await alice.ShowAsync("One of my backup codes", "Code", () => Task.FromResult(codes[0]));

        await alice.SeeAsync("You are nearly there");
        provider.Wait(Day);
        await alice.Page.ReloadAsync();
        await alice.FinishAsync(password: false);
    }

    [Fact]
    public async Task She_stops_what_two_have_allowed_by_the_link_in_her_mail()
    {
        await using var alice = await browser.OpenAsync(Screen.Phone);
        var walker = new Walker(provider, alice, "en");
        await walker.HasAccountAsync();
        var agent = await provider.Staff.HireAsync("agent");
        await using var ada = await WorkAsync(agent);
        await ada.LookAsync(walker.Email);
        await AskAsync(ada, new Uri(ada.Page.Url).AbsolutePath);

        await alice.GoAsync(provider.Address, await provider.LinkAsync(walker.Email, "asked us to change"));
        await alice.SeeAsync("Stop a change to your account");
        await alice.CheckAsync();
        await alice.ClickButtonAsync("Stop the change");
        await alice.ReadAsync("The change is stopped.");
        provider.Wait(Day);
        await provider.Get<AgreedChanges>().ExecuteDueAsync(Cancellation);

        await alice.LoseAsync(walker, "All of these");
        // Where others of this provider had moved its clock, the change had begun when she stopped it.
        Assert.All(await provider.Get<Recoveries>().OfAccountAsync(await provider.FindAsync(walker.Email), Cancellation), each => Assert.Equal(RecoveryEnding.Cancelled, each.Ending));
    }

    private async Task<Visitor> WorkAsync(TestStaff.Employed staff)
    {
        var visitor = await browser.OpenAsync(Screen.Wide);
        await new Walker(provider, visitor, "en").WorkAsync((await provider.Staff.ReturnAsync(staff)).Key, "/support");
        return visitor;
    }

    /// <summary>One asks for a way back, and the other, whom the system drew, agrees.</summary>
    private async Task AskAsync(Visitor ada, string account)
    {
        // Of those who are there the system draws one.
        var colleague = await provider.ColleagueAsync();
        await ada.GoAsync(provider.Support, account + "/act?cannotSignIn=true");
        await ada.SeeAsync("Act for the citizen");
        await ada.Page.Locator("input[value=StartRecovery]").CheckAsync();
        await ada.FillAsync("What happened, in your own words", "She lost all of it in a fire.");
        await ada.CheckAsync();
        await ada.ClickButtonAsync("Go on");
        await ada.ReadAsync("A colleague has been asked.");

        await using var ben = await WorkAsync(colleague);
        await ben.GoAsync(provider.Support, "/support/requests");
        await ben.CheckAsync();
        await ben.ClickButtonAsync("Agree");
        await ben.ReadAsync("You agreed. It is done after a day, unless the citizen stops it.");
    }

    /// <summary>The same, and a day passes.</summary>
    private async Task AllowAsync(Visitor ada, string account)
    {
        await AskAsync(ada, account);
        provider.Wait(Day);
        await provider.Get<AgreedChanges>().ExecuteDueAsync(Cancellation);
    }
}
