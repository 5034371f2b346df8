using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Identity.BrowserTests.Running;
using Identity.BrowserTests.Walk;
using Identity.Domain.Accounts;
using Identity.Domain.Recovery;
using Identity.Domain.Sessions;
using Identity.Domain.Sessions.Trust;
using Identity.Testing;
using Identity.Testing.Passkeys;
using Xunit;

namespace Identity.BrowserTests.Journeys;

/// <summary>Whatever somebody lost, what they still have gets them back in, by themselves.</summary>
[Spec("NIST SP 800-63B-4", "4.2")]
public sealed class WaysBackTests(Browser browser, PatientProvider provider) : IClassFixture<PatientProvider>
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    [Theory, ClassData(typeof(Screens))]
    public async Task A_forgotten_password_by_the_email_and_the_telephone(Screen screen)
    {
        await using var visitor = await browser.OpenAsync(screen);
        var walker = await OwnerAsync(visitor);
        await provider.Credentials.AddPhoneAsync(await provider.FindAsync(walker.Email), $"+4474002{RandomNumberGenerator.GetInt32(100_000):D5}");
        await visitor.LoseAsync(walker, "I do not know my password");

        await visitor.ShowAsync("A code sent to my email", "6-digit code", Emailed(walker));
        await visitor.SeeAsync("What else can you show?");
        await visitor.ReadAsync("That was right. For this account we need one more thing.");
        await visitor.CheckAsync();
        await visitor.ChooseAsync("A code sent to my phone");
        await visitor.SeeAsync("Check your phone");
        await visitor.CheckAsync();
        await visitor.FillAsync("6-digit code", await walker.TextedAsync());
        await visitor.ClickButtonAsync("Continue");

        await visitor.FinishAsync(password: true);
    }

    [Theory, ClassData(typeof(Screens))]
    public async Task Everything_by_a_letter_and_somebody_chosen(Screen screen)
    {
        await using var visitor = await browser.OpenAsync(screen);
        var walker = new Walker(provider, visitor, "en");
        var (house, friend) = ($"{walker.Email[..11]} Street", $"friend-{walker.Email}");
        await AtHomeAsync(walker.Email, house, friend);
        await visitor.LoseAsync(walker, "All of these");

        await visitor.ChooseAsync("A code sent to my home by post");
        await visitor.SeeAsync("Enter the code from our letter");
        await visitor.CheckAsync();
        await visitor.FillAsync("Code", Regex.Match(await provider.PostAsync(house), @"(?m)^[0-9A-Z]{5}[ -][0-9A-Z]{5}$").Value);
        await visitor.ClickButtonAsync("Continue");
        await visitor.SeeAsync("What else can you show?");
        await visitor.ChooseAsync("Somebody I chose to help me");
        await visitor.SeeAsync("Ask the person you chose");
        await visitor.CheckAsync();
        await visitor.FillAsync("6-digit code", Regex.Match(await provider.MailAsync(friend, "needs your help"), @"\b\d{6}\b").Value);
        await visitor.ClickButtonAsync("Continue");

        await WaitAsync(visitor);
        await visitor.FinishAsync(password: true);
    }

    [Theory, ClassData(typeof(Screens))]
    public async Task Everything_by_proving_again_who_one_is(Screen screen)
    {
        await using var visitor = await browser.OpenAsync(screen);
        var walker = await OwnerAsync(visitor);
        await provider.ProveAsync(await provider.FindAsync(walker.Email));
        await visitor.LoseAsync(walker, "All of these");

        await visitor.ChooseAsync("I can prove again who I am");
        await visitor.SeeAsync("Prove again who you are");
        await visitor.CheckAsync();
        await visitor.ClickLinkAsync("Use a pretend document: see how it works");
        await visitor.CheckAsync();
        await walker.SayWhoAsync();
        await visitor.SeeAsync("What is the number of the document?");
        await visitor.CheckAsync();
        await visitor.FillAsync("Document number", "LOW 1");
        await visitor.ClickButtonAsync("Continue");
        await visitor.ReadAsync("What you have shown does not get you back in. We cannot say why.");
        await visitor.CheckAsync();
        await visitor.ClickLinkAsync("Use a pretend document: see how it works");
        await walker.SayWhoAsync();
        await visitor.FillAsync("Document number", "HIGH 1");
        await visitor.ClickButtonAsync("Continue");

        await WaitAsync(visitor);
        await visitor.FinishAsync(password: true);
    }

    [Fact]
    public async Task An_authenticator_app_by_the_email_and_a_backup_code()
    {
        await using var visitor = await browser.OpenAsync(Screen.PhoneWithoutScript);
        var walker = await OwnerAsync(visitor);
        var account = await provider.FindAsync(walker.Email);
        await provider.Credentials.AddAppAsync(account);
        var codes = await provider.Credentials.AddBackupCodesAsync(account);
        await visitor.LoseAsync(walker, "My authenticator app");

        await visitor.ShowAsync("A code sent to my email", "6-digit code", Emailed(walker));
        await visitor.ShowAsync("One of my backup codes", "Code", () => Task.FromResult(codes[0]));

        // The password is not lost, and stays.
        await visitor.FinishAsync(password: false);
    }

    [Fact]
    public async Task An_email_address_by_the_app_and_the_password()
    {
        await using var visitor = await browser.OpenAsync(Screen.Phone);
        var walker = await OwnerAsync(visitor);
        var app = await provider.Credentials.AddAppAsync(await provider.FindAsync(walker.Email));
        await visitor.LoseAsync(walker, "I cannot read my email any more");

        await visitor.ShowAsync("My password", "Password", () => Task.FromResult(RunningProvider.Password));
        await visitor.ShowAsync("A code from my authenticator app", "6-digit code", () => Task.FromResult(app.CodeAt(provider.Get<TimeProvider>().GetUtcNow())));

        await visitor.FinishAsync(password: false);
    }

    [Fact]
    public async Task A_passkey_by_the_email_and_a_backup_code()
    {
        await using var visitor = await browser.OpenAsync(Screen.WithoutScript);
        var walker = await OwnerAsync(visitor);
        var account = await provider.FindAsync(walker.Email);
        await provider.Credentials.AddPasskeyAsync(account, new SoftwareAuthenticator(provider.Address.GetLeftPart(UriPartial.Authority)));
        var codes = await provider.Credentials.AddBackupCodesAsync(account);
        await visitor.LoseAsync(walker, "My passkey, or the device it is on");

        await visitor.ShowAsync("A code sent to my email", "6-digit code", Emailed(walker));
        await visitor.ShowAsync("One of my backup codes", "Code", () => Task.FromResult(codes[0]));

        await visitor.FinishAsync(password: true);
    }

    [Fact]
    public async Task A_telephone_by_another_passkey()
    {
        await using var visitor = await browser.OpenAsync(Screen.Phone);
        var device = await VirtualAuthenticator.AddAsync(visitor);
        var walker = new Walker(provider, visitor, "en");
        await walker.SignedInAsync();
        await device.TouchAsync();
        await visitor.GoAsync(provider.Address, "/account/passkeys/add");
        await visitor.ClickButtonAsync("Create a passkey");
        await visitor.SeeAsync("How you sign in");
        await device.TouchAsync(false);
        await walker.ForgetAsync();
        await visitor.LoseAsync(walker, "My phone, or its number");

        await device.TouchAsync();
        await visitor.ChooseAsync("A passkey");
        await visitor.SeeAsync("Use your passkey");
        await visitor.ClickButtonAsync("Use my passkey");

        await visitor.FinishAsync(password: false);
    }

    private async Task<Walker> OwnerAsync(Visitor visitor)
    {
        var walker = new Walker(provider, visitor, "en");
        await walker.HasAccountAsync();
        return walker;
    }

    // It is sent when it is chosen.
    private Func<Task<string>> Emailed(Walker walker) =>
        async () => Regex.Match(await provider.MailAsync(walker.Email, "code to get back in"), @"\b\d{6}\b").Value;

    private async Task WaitAsync(Visitor visitor)
    {
        await visitor.SeeAsync("You are nearly there");
        await visitor.CheckAsync();
        provider.Wait(Day);
        await visitor.Page.ReloadAsync();
    }

    // With a passkey, so that nothing weak opens it.
    private async Task AtHomeAsync(string email, string house, string friend)
    {
        var token = TestContext.Current.CancellationToken;
        var address = new PostalAddress { StreetAddress = house, Locality = "Bangor", PostalCode = "LL57 1AA", Country = "GB" };
        var created = (CreateOutcome.Created)await provider.Get<AccountStore>().CreateAsync(new NewAccount(EmailAddress.Parse(email)) { Address = address }, RunningProvider.Password, token);
        await provider.Credentials.AddPasskeyAsync(created.AccountId, new SoftwareAuthenticator(provider.Address.GetLeftPart(UriPartial.Authority)));
        var owner = await provider.Get<AccountStore>().FindAsync(created.AccountId, token) ?? throw new InvalidOperationException("It was created.");
        var session = (await provider.Get<SessionStore>().StartAsync(owner.Id, ProofMethod.PasskeySynced, null, token)).Session;
        Assert.Equal(ContactOutcome.Added, await provider.Get<RecoveryContacts>().AddAsync(session, owner, "Nia", EmailAddress.Parse(friend), token));
    }
}
