using Identity.Testing;
using Identity.Testing.Passkeys;

namespace Identity.Tests.Web.Pages.Recovery;

/// <summary>Somebody finds Alice's browser open, a while after she signed in: they see, and change nothing that would let them in again.</summary>
public sealed class UnlockedBrowserTests : RecoverTest
{
    [Theory]
    [InlineData("/account/passkeys/add")]
    [InlineData("/account/recovery-contacts")]
    [InlineData("/account/backup-codes")]
    public async Task What_changes_how_she_signs_in_asks_again_who_is_there(string path)
    {
        await Provider.SignInAsync(Browser, Alice);
        Provider.Clock.Advance(TimeSpan.FromMinutes(6));
        var page = await Browser.OpenAsync(path);

        // A page may be looked at; what it does is asked for again.
        if (page.Path == path)
            page = await Browser.SubmitAsync(page);

        Assert.StartsWith("/sign-in/", page.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Her_password_is_not_changed_without_the_present_one()
    {
        await Provider.SignInAsync(Browser, Alice);
        Provider.Clock.Advance(TimeSpan.FromMinutes(6));

        var page = await Browser.OpenAsync("/account/password");
        await Browser.SubmitAsync(page, ("PresentPassword", "guessed-by-a-thief"), ("NewPassword", NewPassword));

        Assert.True(await CanSignInAsync(TestProvider.Password));
    }

    [Fact]
    public async Task Somebody_chosen_by_the_thief_is_told_to_her_on_every_channel()
    {
        await Provider.SignInAsync(Browser, Alice);

        var page = await Browser.OpenAsync("/account/recovery-contacts");
        await Browser.SubmitAsync(page, ("TheirName", "Thief"), ("TheirEmail", "thief@example.test"));

        var mail = await MailAsync(1, message => message.Destination == "alice@example.test" && message.Subject.Contains("people who can help", StringComparison.Ordinal));
        Assert.Contains("/not-me/", mail[0].Body, StringComparison.Ordinal);
    }
}
