using Identity.Domain.Audit;
using Identity.Domain.Credentials.Upstream;
using Identity.Domain.Credentials.WaysIn;
using Identity.Domain.Notifications.Senders;
using Identity.Testing;

namespace Identity.Tests.Web.Pages.Upstream;

/// <summary>Another provider as a way in: added and removed by its owner, who is told.</summary>
public sealed class ConnectedTests : UpstreamPagesTests
{
    [Fact]
    public async Task Its_owner_adds_it_and_is_told_and_it_stands_among_the_ways_in()
    {
        await Provider.SignInAsync(Browser, Alice);
        Assert.Contains("Example Bank Not connected", (await Browser.OpenAsync("account/sign-in")).Words, StringComparison.Ordinal);

        var after = await Browser.OpenAsync(Callback(await Browser.OpenAsync("account/sign-in/at/provider")));

        Assert.Contains("Example Bank You can sign in with it", after.Words, StringComparison.Ordinal);
        Assert.Contains(AuditEvents.UpstreamAdded, await EventsAsync());
        Assert.Contains("signing in at Example Bank", (await MailAsync("Another way to sign in")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_owner_removes_it_and_is_told_and_nobody_gets_in_by_it()
    {
        await LinkAsync();
        await Provider.SignInAsync(Browser, Alice);

        var after = await Browser.SubmitAsync(await Browser.OpenAsync("account/sign-in/at/provider"));

        Assert.Contains("It is removed.", after.Words, StringComparison.Ordinal);
        Assert.Contains(AuditEvents.UpstreamRemoved, await EventsAsync());
        await MailAsync("was removed");
        using var other = Provider.Browser();
        Assert.Contains("This is not connected to an account yet", (await other.OpenAsync(Callback(await ElsewhereAsync(other)))).Words, StringComparison.Ordinal);
    }

    [Fact, Spec("NIST SP 800-63B-4", "4.1.2")]
    public async Task Whoever_finds_a_browser_open_cannot_add_it()
    {
        await Provider.SignInAsync(Browser, Alice);
        var page = await Browser.OpenAsync("account/sign-in/at/provider");
        Provider.Clock.Advance(TimeSpan.FromMinutes(6));

        var asked = await Browser.OpenAsync(Callback(page));

        Assert.StartsWith("/sign-in/", asked.Path, StringComparison.Ordinal);
        Assert.Empty(await Provider.Get<UpstreamLinks>().OfAsync(Alice, Cancellation));
    }

    [Fact]
    public async Task One_account_there_opens_one_account_here()
    {
        await LinkAsync();
        await Provider.SignInAsync(Browser, await Provider.CreateAccountAsync("bob@example.test"));

        var page = await Browser.OpenAsync(Callback(await Browser.OpenAsync("account/sign-in/at/provider")));

        Assert.Contains("It is connected with another account already", page.Words, StringComparison.Ordinal);
        Assert.Single(await Provider.Get<UpstreamLinks>().OfAsync(Alice, Cancellation));
    }

    [Fact, Spec("RFC 9700", "4.7.1")]
    public async Task A_planted_response_connects_nothing()
    {
        using var thief = Provider.Browser();
        await Provider.SignInAsync(thief, await Provider.CreateAccountAsync("bob@example.test"));
        var planted = Callback(await thief.OpenAsync("account/sign-in/at/provider"));
        await Provider.SignInAsync(Browser, Alice);
        await Browser.OpenAsync("account/sign-in/at/provider");

        Assert.Contains("We do not know where you came from", (await Browser.OpenAsync(planted)).Words, StringComparison.Ordinal);
        Assert.Empty(await Provider.Get<UpstreamLinks>().OfAsync(Alice, Cancellation));
    }

    [Fact]
    public async Task Somebody_else_who_signed_in_meanwhile_gets_nothing()
    {
        await Provider.SignInAsync(Browser, Alice);
        var callback = Callback(await Browser.OpenAsync("account/sign-in/at/provider"));
        var bob = await Provider.CreateAccountAsync("bob@example.test");
        await Provider.SignInAsync(Browser, bob);

        await Browser.OpenAsync(callback);

        Assert.Empty(await Provider.Get<UpstreamLinks>().OfAsync(bob, Cancellation));
        Assert.Empty(await Provider.Get<UpstreamLinks>().OfAsync(Alice, Cancellation));
    }

    [Fact]
    public async Task It_is_no_way_that_getting_back_in_counts()
    {
        var before = await Provider.Get<WaysInStore>().FindAsync(Alice, Cancellation);

        await LinkAsync();

        Assert.Equal(before, await Provider.Get<WaysInStore>().FindAsync(Alice, Cancellation));
    }

    private async Task<IReadOnlyList<string>> EventsAsync() =>
        [.. (await Provider.Get<AuditHistory>().ListAsync(AuditSubject.Account(Alice), "upstream.", Cancellation)).Select(entry => entry.Event)];

    private async Task<(string Subject, string Body)> MailAsync(string subject)
    {
        for (var look = 0; look < 500; look++)
        {
            if ((await Provider.Get<Mailbox>().ListAsync(Cancellation)).FirstOrDefault(message => message.Subject.Contains(subject, StringComparison.Ordinal)) is { } message)
                return (message.Subject, message.Body);
            await Task.Delay(TimeSpan.FromMilliseconds(20), Cancellation);
        }

        throw new InvalidOperationException($"Nothing came about '{subject}'.");
    }
}
