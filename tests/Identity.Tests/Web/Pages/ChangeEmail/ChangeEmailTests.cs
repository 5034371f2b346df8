using System.Text.RegularExpressions;
using Identity.Domain.Accounts;
using Identity.Domain.Accounts.EmailChange;
using Identity.Testing;
using Identity.Tests.Web.Pages.Recovery;

namespace Identity.Tests.Web.Pages.ChangeEmail;

/// <summary>Alice can sign in and not read her e-mail any more: she gives another address, and whoever reads the old one can stop it.</summary>
public sealed class ChangeEmailTests : RecoverTest
{
    private const string New = "alice.new@example.test";

    [Fact]
    public async Task The_new_address_is_hers_after_a_day()
    {
        var pending = await ChangeAsync();
        Assert.Contains("Your email address is changing", pending.Words, StringComparison.Ordinal);
        Assert.Equal("alice@example.test", await EmailAsync());

        Provider.Clock.Advance(Wait);
        await Provider.Get<EmailChanges>().ApplyDueAsync(TestContext.Current.CancellationToken);

        Assert.Equal(New, await EmailAsync());
        // Whoever reads the old one is still told.
        Assert.Contains(await MailAsync(2, message => message.Subject.Contains("has changed", StringComparison.Ordinal)), message => message.Destination == "alice@example.test");
    }

    [Fact]
    public async Task Whoever_reads_the_old_one_stops_it_without_signing_in()
    {
        await ChangeAsync();
        using var reader = Provider.Browser();
        var asked = await reader.OpenAsync(await LinkAsync(1, "will change"));
        Assert.Contains("change the email address", asked.Words, StringComparison.Ordinal);

        await reader.PostFormAsync(asked, asked.Path + "?handler=Stop", [.. asked.Hidden]);
        Provider.Clock.Advance(Wait);
        await Provider.Get<EmailChanges>().ApplyDueAsync(TestContext.Current.CancellationToken);

        Assert.Equal("alice@example.test", await EmailAsync());
    }

    [Fact]
    public async Task She_changes_her_mind()
    {
        var pending = await ChangeAsync();

        await Browser.PostFormAsync(pending, "/account/email?handler=Keep", [.. pending.Hidden]);

        Assert.Null(await Provider.Get<EmailChanges>().PendingAsync(Alice, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_address_that_somebody_has_shows_the_same_page_and_is_never_hers()
    {
        await Provider.CreateAccountAsync(New);
        await Provider.SignInAsync(Browser, Alice);
        var code = await Browser.SubmitAsync(await Browser.OpenAsync("/account/email"), ("Email", New));

        Assert.Contains("Check your email", code.Words, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\d{6}", (await MailAsync(1))[0].Body);
        Assert.Contains("That", (await Browser.SubmitAsync(code, ("Code", "123456"))).Words, StringComparison.Ordinal);
        Assert.Null(await Provider.Get<EmailChanges>().PendingAsync(Alice, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_address_that_somebody_took_meanwhile_is_not_taken_from_them()
    {
        await ChangeAsync();
        await Provider.CreateAccountAsync(New);
        Provider.Clock.Advance(Wait);

        await Provider.Get<EmailChanges>().ApplyDueAsync(TestContext.Current.CancellationToken);

        Assert.Equal("alice@example.test", await EmailAsync());
    }

    [Theory]
    [InlineData("", "Enter your email address")]
    [InlineData("nonsense", "in the correct format")]
    public async Task What_is_no_address_is_said_in_words(string typed, string problem)
    {
        await Provider.SignInAsync(Browser, Alice);

        Assert.Contains(problem, (await Browser.SubmitAsync(await Browser.OpenAsync("/account/email"), ("Email", typed))).Words, StringComparison.Ordinal);
    }

    private async Task<Page> ChangeAsync()
    {
        await Provider.SignInAsync(Browser, Alice);
        var code = await Browser.SubmitAsync(await Browser.OpenAsync("/account/email"), ("Email", New));
        var mail = (await MailAsync(1, message => message.Destination == New))[0];
        return await Browser.SubmitAsync(code, ("Code", Regex.Match(mail.Body, @"\b\d{6}\b").Value));
    }

    private async Task<string?> EmailAsync() => (await Provider.Get<AccountStore>().FindAsync(Alice, TestContext.Current.CancellationToken))?.Email;
}
