using System.Globalization;
using System.Security.Cryptography;
using Identity.BrowserTests.Running;
using Identity.Domain.Audit;
using Identity.Domain.Support.Staff;
using Identity.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Identity.BrowserTests.Journeys;

/// <summary>Alice proves who she is by what an organisation knows of her, and by somebody who knows her.</summary>
[Spec("GPG 45", "2")]
public sealed class ProofTests(Browser browser, ProofProvider provider) : IClassFixture<ProofProvider>
{
    private readonly string _email = $"alice-{RandomNumberGenerator.GetInt32(int.MaxValue)}@example.test";

    [Theory, ClassData(typeof(Screens))]
    public async Task A_record_of_an_organisation_is_proof(Screen screen)
    {
        var number = NewNumber();
        await using var alice = await OpenAsync(screen);
        await alice.ClickLinkAsync("Use your NHS number: see how it works");
        await alice.SeeAsync("Use your NHS number");
        await alice.ReadAsync("Example Health gets your NHS number, name and date of birth.");
        await alice.CheckAsync();
        await alice.ClickButtonAsync("Start");
        await alice.SeeAsync("What is your NHS number?");
        await alice.CheckAsync();

        await alice.FillAsync("NHS number", number[..9] + (number[9] == '0' ? '1' : '0'));
        await alice.ClickButtonAsync("Continue");
        await alice.SeeProblemAsync("Check your NHS number: it has 10 digits, and one of these is not right", "Answers-0--Code");
        await alice.FillAsync("NHS number", number);
        await alice.ClickButtonAsync("Continue");

        await alice.SeeAsync("We have checked who you are");
        await alice.CheckAsync();
        await alice.GoAsync(provider.Address, "/account/identity");
        await alice.ReadAsync("How sure we are: a little sure.");
    }

    [Theory, ClassData(typeof(Screens))]
    public async Task Somebody_at_a_desk_who_knows_her_vouches(Screen screen)
    {
        await using var alice = await OpenAsync(screen);
        await alice.ClickLinkAsync("Go to somebody who can check you: see how it works");
        await alice.SeeAsync("Go to somebody who can check you");
        await alice.CheckAsync();
        await alice.ClickButtonAsync("Start");
        await alice.SeeAsync("What is your address?");
        await alice.FillAsync("Address", "1 High Street\nCardiff");
        await alice.ClickButtonAsync("Continue");
        await alice.ReadAsync("Show this code at a surgery, a pharmacy or a library that takes part.");
        await alice.CheckAsync();
        var code = await alice.Page.Locator(".id-codes li").First.InnerTextAsync();

        await using var eve = await AtDeskAsync();
        await eve.GoAsync(provider.Support, "/support/desk");
        await eve.CheckAsync();
        await eve.FillAsync("Their code", code);
        await eve.ClickButtonAsync("Continue");
        await eve.SeeAsync("Is it this person?");
        await eve.ReadAsync("Alice Archer");
        await eve.CheckAsync();
        await eve.ClickLinkAsync("I know this person");
        await eve.SeeAsync("Vouch for this person");
        await eve.CheckAsync();
        await eve.FillAsync("How do you know them?", "She has been our patient since 2019.");
        await eve.FillAsync("For how many years?", "6");
        await eve.Page.GetByRole(AriaRole.Radio, new() { Name = "No", Exact = true }).CheckAsync();
        await eve.Page.GetByLabel("I know them by this name, and this is their date of birth").CheckAsync();
        await eve.ClickButtonAsync("Confirm this person");
        await eve.ReadAsync("Thank you. We will tell the person what comes of it.");
        await eve.CheckAsync();

        await alice.ClickButtonAsync("Check progress");
        await alice.SeeAsync("We have checked who you are");
        await alice.CheckAsync();
    }

    private async Task<Visitor> OpenAsync(Screen screen)
    {
        await provider.CreateAccountAsync(_email);
        var visitor = await browser.OpenAsync(screen);
        await visitor.GoAsync(provider.Address, "/account/identity");
        await visitor.FillAsync("Email address or sign-in ID", _email);
        await visitor.ClickButtonAsync("Continue");
        await visitor.FillAsync("Password", RunningProvider.Password);
        await visitor.ClickButtonAsync("Sign in");
        await visitor.SeeAsync("Who we know you are");
        await visitor.ClickButtonAsync("Prove who you are");
        await visitor.SeeAsync("Prove who you are");
        await visitor.CheckAsync();
        return visitor;
    }

    // Two join, and each says that the other is who they are.
    private async Task<Visitor> AtDeskAsync()
    {
        var them = RandomNumberGenerator.GetHexString(8, lowercase: true);
        var invited = await provider.Get<StaffInvitations>().InvitePairAsync(TestStaff.Invitee($"eve-{them}@staff.test", "Eve", "desk"),
            TestStaff.Invitee($"finn-{them}@staff.test", "Finn", "desk"), AuditSubject.Operator("host"), TestContext.Current.CancellationToken);
        var eve = await browser.JoinAsync(provider, (InviteOutcome.Invited)invited[0]);
        await using var finn = await browser.JoinAsync(provider, (InviteOutcome.Invited)invited[1]);
        await finn.ClickButtonAsync("It is Eve");
        await finn.ReadAsync("Thank you. Your colleague can sign in now.");
        return eve;
    }

    // NHS Data Dictionary: the tenth digit is a check of the nine before it, modulo 11.
    private static string NewNumber()
    {
        while (true)
        {
            var digits = RandomNumberGenerator.GetInt32(400_000_000, 500_000_000).ToString(CultureInfo.InvariantCulture);
            var check = (11 - (digits.Select((digit, at) => (digit - '0') * (10 - at)).Sum() % 11)) % 11;
            if (check < 10)
                return digits + check.ToString(CultureInfo.InvariantCulture);
        }
    }
}
