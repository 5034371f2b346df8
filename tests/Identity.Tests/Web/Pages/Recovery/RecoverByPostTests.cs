using System.Text.RegularExpressions;
using Identity.Domain.Accounts;
using Identity.Domain.Credentials.WaysIn;
using Identity.Domain.Notifications.Senders;
using Identity.Domain.Phones;
using Identity.Domain.Recovery;
using Identity.Domain.Sessions;
using Identity.Domain.Sessions.Trust;
using Identity.Testing;
using Identity.Testing.Passkeys;

namespace Identity.Tests.Web.Pages.Recovery;

/// <summary>Dora has a passkey, an address, a telephone and a friend, and loses everything.</summary>
[Spec("NIST SP 800-63B-4", "4.2.1")]
public sealed class RecoverByPostTests : RecoverTest
{
    private const string Dora = "dora@example.test";

    [Fact]
    public async Task A_letter_and_a_friend_open_after_a_day()
    {
        var dora = await CreateAsync();
        await ChooseFriendAsync(dora);
        var more = await ByLetterAsync(await BeginAsync(Browser, "Everything", Dora));
        Assert.EndsWith("/how", more.Path, StringComparison.Ordinal);

        var friend = await ChooseAsync(Browser, more, "ContactCode");
        var asked = (await MailAsync(1, message => message.Destination == "friend@example.test" && message.Subject.Contains("needs your help", StringComparison.Ordinal)))[0];
        var wait = await Browser.SubmitAsync(friend, ("Code", Regex.Match(asked.Body, @"\b\d{6}\b").Value));
        Assert.EndsWith("/wait", wait.Path, StringComparison.Ordinal);

        Provider.Clock.Advance(Wait);
        await Browser.SubmitAsync(await Browser.OpenAsync(wait.Path), ("NewPassword", NewPassword));
        var held = await Provider.Get<WaysInStore>().FindAsync(dora, TestContext.Current.CancellationToken);
        Assert.True(held.Password);
        Assert.Equal(1, held.Passkeys);
    }

    [Fact]
    public async Task A_friend_alone_opens_nothing()
    {
        var dora = await CreateAsync();
        await ChooseFriendAsync(dora);

        var friend = await ChooseAsync(Browser, await BeginAsync(Browser, "Everything", Dora), "ContactCode");
        var asked = (await MailAsync(1, message => message.Subject.Contains("needs your help", StringComparison.Ordinal)))[0];
        var more = await Browser.SubmitAsync(friend, ("Code", Regex.Match(asked.Body, @"\b\d{6}\b").Value));

        Assert.EndsWith("/how", more.Path, StringComparison.Ordinal);
        Assert.Empty(await Provider.Get<Recoveries>().OfAccountAsync(dora, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Whoever_opens_the_letter_box_alone_gets_nowhere()
    {
        var dora = await CreateAsync();

        var more = await ByLetterAsync(await BeginAsync(Browser, "Everything", Dora));

        Assert.EndsWith("/how", more.Path, StringComparison.Ordinal);
        Assert.Empty(await Provider.Get<Recoveries>().OfAccountAsync(dora, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Whoever_holds_the_telephone_alone_gets_nowhere()
    {
        var dora = await CreateAsync();
        await AddPhoneAsync(dora);

        var phone = await ChooseAsync(Browser, await BeginAsync(Browser, "Passkey", Dora), "PhoneCode");
        var text = (await MailAsync(1, IsText))[0];
        var more = await Browser.SubmitAsync(phone, ("Code", Regex.Match(text.Body, @"\d{6}").Value));

        Assert.EndsWith("/how", more.Path, StringComparison.Ordinal);
        Assert.Empty(await Provider.Get<Recoveries>().OfAccountAsync(dora, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_email_and_the_telephone_wait_where_a_passkey_stood()
    {
        var dora = await CreateAsync();
        await AddPhoneAsync(dora);
        var more = await ByEmailAsync(Browser, await BeginAsync(Browser, "Passkey", Dora), 1);

        var phone = await ChooseAsync(Browser, more, "PhoneCode");
        var text = (await MailAsync(1, IsText))[0];

        Assert.EndsWith("/wait", (await Browser.SubmitAsync(phone, ("Code", Regex.Match(text.Body, @"\d{6}").Value))).Path, StringComparison.Ordinal);
        // Both of them are told, each with a way to stop it.
        var told = await MailAsync(2, message => message.Body.Contains("/not-me/", StringComparison.Ordinal));
        Assert.Contains(told, message => message.Destination.StartsWith('+'));
        Assert.Contains(told, message => message.Destination == Dora);
    }

    [Fact]
    public async Task A_lost_telephone_is_of_no_use_any_more()
    {
        await AddPhoneAsync(Alice);
        var codes = await Provider.Credentials.AddBackupCodesAsync(Alice);
        var more = await ByEmailAsync(Browser, await BeginAsync(Browser, "Phone"), 1);

        await Browser.SubmitAsync(await Browser.SubmitAsync(await ChooseAsync(Browser, more, "BackupCode"), ("Code", codes[0])));

        Assert.Empty(await Provider.Get<PhoneStore>().OfAsync(Alice, TestContext.Current.CancellationToken));
        Assert.True(await CanSignInAsync(TestProvider.Password));
    }

    private async Task<Page> ByLetterAsync(Page how)
    {
        var show = await ChooseAsync(Browser, how, "LetterCode");
        var letter = (await MailAsync(1, message => message.Destination.Contains("Seaview", StringComparison.Ordinal)))[0];
        return await Browser.SubmitAsync(show, ("Code", Code().Match(letter.Body).Value));
    }

    private async Task<Guid> CreateAsync()
    {
        var dora = await Provider.CreateAccountAtHomeAsync(Dora);
        await Provider.Credentials.AddPasskeyAsync(dora, new SoftwareAuthenticator("http://localhost:5000"));
        return dora;
    }

    private async Task ChooseFriendAsync(Guid account)
    {
        var token = TestContext.Current.CancellationToken;
        var session = (await Provider.Get<SessionStore>().StartAsync(account, ProofMethod.PasskeySynced, null, token)).Session;
        var owner = await Provider.Get<AccountStore>().FindAsync(account, token);
        Assert.Equal(ContactOutcome.Added, await Provider.Get<RecoveryContacts>().AddAsync(session, owner!, "Nia", EmailAddress.Parse("friend@example.test"), token));
    }

    private async Task AddPhoneAsync(Guid account)
    {
        var token = TestContext.Current.CancellationToken;
        var session = (await Provider.Get<SessionStore>().StartAsync(account, ProofMethod.Password, null, token)).Session;
        Assert.IsType<PhoneAddOutcome.Added>(await Provider.Get<PhoneStore>().AddAsync(session, account, new PhoneNumber("+447400123123", TakesTexts: true), token));
    }

    private static bool IsText(MailboxMessage message) => message.Destination.StartsWith('+') && message.Body.Contains("is your", StringComparison.Ordinal);

    private static Regex Code() => new(@"(?m)^[0-9A-Z]{5}[ -][0-9A-Z]{5}$");
}
