using Identity.Domain.Recovery;
using Identity.Testing;

namespace Identity.Tests.Web.Pages.Recovery;

/// <summary>Alice chooses people who can vouch for her.</summary>
[Spec("NIST SP 800-63B-4", "4.2.1.3")]
public sealed class RecoveryContactTests : RecoverTest
{
    [Fact]
    public async Task Somebody_chosen_is_told_and_listed()
    {
        var page = await AddAsync("Nia", "nia@example.test");

        Assert.Contains("They can help you from now on", page.Words, StringComparison.Ordinal);
        Assert.Contains("Nia", page.Words, StringComparison.Ordinal);
        Assert.Single(await MailAsync(1, message => message.Destination == "nia@example.test"));
    }

    [Theory]
    [InlineData("", "nia@example.test", "Enter what you call them")]
    [InlineData("Nia", "", "Enter their email address")]
    [InlineData("Nia", "nonsense", "Enter an email address in the correct format")]
    [InlineData("Nia", "alice@example.test", "This is your own address")]
    public async Task What_cannot_be_is_said_in_words_and_what_was_typed_stays(string name, string email, string problem)
    {
        var page = await AddAsync(name, email);

        Assert.Contains(problem, page.Words, StringComparison.Ordinal);
        Assert.Equal(name, page.Field("TheirName") ?? "");
        Assert.Empty(await Provider.Get<RecoveryContacts>().OfAsync(Alice, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_same_person_is_chosen_once()
    {
        await AddAsync("Nia", "nia@example.test");

        Assert.Contains("chosen this person already", (await AddAsync("Nia", "NIA@example.test")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fourth_is_not_asked_for()
    {
        for (var at = 0; at < 3; at++)
            await AddAsync($"Friend {at}", $"friend{at}@example.test");

        Assert.DoesNotContain("Choose somebody", (await Browser.OpenAsync("/account/recovery-contacts")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Removed_they_vouch_for_nobody()
    {
        var page = await AddAsync("Nia", "nia@example.test");
        var contact = (await Provider.Get<RecoveryContacts>().OfAsync(Alice, TestContext.Current.CancellationToken))[0];

        await Browser.PostFormAsync(page, "/account/recovery-contacts?handler=Remove", [.. page.Hidden, new("Contact", contact.Id.ToString())]);

        Assert.Empty(await Provider.Get<RecoveryContacts>().OfAsync(Alice, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Those_of_others_are_not_removed()
    {
        var page = await AddAsync("Nia", "nia@example.test");
        var contact = (await Provider.Get<RecoveryContacts>().OfAsync(Alice, TestContext.Current.CancellationToken))[0];
        using var bobs = Provider.Browser();
        await Provider.SignInAsync(bobs, await Provider.CreateAccountAsync("bob@example.test"));
        var own = await bobs.OpenAsync("/account/recovery-contacts");

        await bobs.PostFormAsync(own, "/account/recovery-contacts?handler=Remove", [.. own.Hidden, new("Contact", contact.Id.ToString())]);

        Assert.Single(await Provider.Get<RecoveryContacts>().OfAsync(Alice, TestContext.Current.CancellationToken));
    }

    private async Task<Page> AddAsync(string name, string email)
    {
        await Provider.SignInAsync(Browser, Alice);
        return await Browser.SubmitAsync(await Browser.OpenAsync("/account/recovery-contacts"), ("TheirName", name), ("TheirEmail", email));
    }
}
