using Identity.BrowserTests.Running;
using Identity.Domain.Support.Staff;
using Microsoft.Playwright;

namespace Identity.BrowserTests.Journeys;

/// <summary>What somebody of the support staff does before their first day's work.</summary>
internal static class StaffSteps
{
    /// <summary>Joins by the code on paper, with a key of their own, and waits for a colleague to vouch.</summary>
    public static async Task<Visitor> JoinAsync(this Browser browser, RunningProvider provider, InviteOutcome.Invited invited)
    {
        var person = await browser.OpenAsync(Screen.Wide);
        var key = await VirtualAuthenticator.AddAsync(person, synced: false, transport: "usb");
        await key.TouchAsync();
        await person.GoAsync(provider.Support, "/support/join");
        await person.CheckAsync();
        await person.FillAsync("Your code", invited.Code.Grouped);
        await person.ClickButtonAsync("Continue");
        await person.CheckAsync();
        await person.ClickButtonAsync("Add a key");
        await person.ClickButtonAsync("Go on to sign in");
        await person.ClickButtonAsync("Use my passkey");
        await person.SeeAsync("Vouch for a colleague");
        await person.CheckAsync();
        return person;
    }

    /// <summary>Finds an account from the first page of the console; what was forgotten is said.</summary>
    public static async Task LookAsync(this Visitor agent, string email)
    {
        await agent.ClickLinkAsync("Find an account");
        await agent.CheckAsync();
        await agent.ClickButtonAsync("Find");
        await Assertions.Expect(agent.Page.Locator("#problem")).ToContainTextAsync("Choose what you have");
        await agent.CheckAsync();
        await agent.Page.GetByLabel("Their email address").CheckAsync();
        await agent.FillAsync("Write it whole", email);
        await agent.Page.GetByLabel("The citizen is on the phone or here").CheckAsync();
        await agent.FillAsync("What happened, in your own words", "She called and cannot sign in.");
        await agent.ClickButtonAsync("Find");
        await agent.SeeAsync("An account");
    }
}
