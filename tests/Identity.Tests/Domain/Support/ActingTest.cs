using System.Text.RegularExpressions;
using Identity.Domain.Audit;
using Identity.Domain.Notifications.Senders;
using Identity.Domain.Storage;
using Identity.Domain.Support;
using Identity.Domain.Support.Actions;
using Identity.Domain.Support.Corrections;
using Identity.Domain.Support.Lookup;
using Identity.Domain.Support.Staff;
using Identity.Domain.Support.Verification;
using Identity.Testing;
using Identity.Tests.Domain.Accounts;

namespace Identity.Tests.Domain.Support;

/// <summary>Alice has a password and an app, and calls; an agent has looked her up, and a colleague is at their desk.</summary>
public abstract class ActingTest(StorageProvider provider) : SupportTest(provider)
{
    protected const string Words = "she lost her telephone on the train";

    protected static readonly Uri Issuer = new("https://identity.test/");

    protected Guid Alice { get; private set; }

    protected TestStaff.Employed Agent { get; set; } = null!; // Set by CallAsync.

    protected TestStaff.Employed Colleague { get; set; } = null!; // Set by CallAsync.

    protected Guid Look { get; private set; }

    protected SupportActions Actions => Domain.Get<SupportActions>();

    protected SecondEyes Eyes => Domain.Get<SecondEyes>();

    protected DrawnRequests Drawn => Domain.Get<DrawnRequests>();

    protected AgreedChanges Changes => Domain.Get<AgreedChanges>();

    protected CallerChecks Checks => Domain.Get<CallerChecks>();

    protected AccountFiles Files => Domain.Get<AccountFiles>();

    protected async Task CallAsync()
    {
        Alice = await NewAccounts.CreateAsync(Domain, new(NewAccounts.Email("alice@example.test")));
        await new TestCredentials(Domain.Services).AddAppAsync(Alice);
        Agent = await Staff.HireAsync("agent");
        Colleague = await Staff.HireAsync("senior");
        Look = await LookAsync(Agent);
    }

    protected async Task<Guid> LookAsync(TestStaff.Employed staff) => Assert.IsType<LookOutcome.Opened>(await Domain.Get<AccountLookup>().FindAsync(
        await Staff.SessionAsync(staff), new LookRequest(LookBy.Email, "alice@example.test", LookReason.Caller, Words), Cancellation)).Look;

    /// <summary>Alice shows on her own screen that it is she.</summary>
    protected async Task PassAsync(TestStaff.Employed? by = null, Guid? look = null)
    {
        var number = await Checks.BeginAsync(await Staff.SessionAsync(by ?? Agent), look ?? Look, CheckKind.OwnScreen, cannotSignIn: false, Cancellation);
        Assert.True(await Checks.ConfirmAsync(Alice, number, Cancellation));
    }

    protected async Task<ActOutcome> AskAsync(SupportAction action = SupportAction.RemoveApp, Guid? target = null, Correction? correction = null) =>
        await Actions.ActAsync(await Staff.SessionAsync(Agent), Look, new ActionRequest(action, target, Words) { Correction = correction }, Issuer, Cancellation);

    /// <summary>A request that waits for the colleague.</summary>
    protected async Task<Guid> AskedAsync(SupportAction action = SupportAction.RemoveApp, Guid? target = null, Correction? correction = null)
    {
        await PassAsync();
        Assert.IsType<ActOutcome.Drawn>(await AskAsync(action, target, correction));
        return Assert.Single(await Drawn.WaitingForAsync(await Staff.SessionAsync(Colleague), Cancellation)).Id;
    }

    protected async Task<bool> ApproveAsync(TestStaff.Employed staff, Guid request) => await Eyes.ApproveAsync(await Staff.SessionAsync(staff), request, Cancellation);

    protected async Task<bool> HasAppAsync() => (await Files.OpenAsync(await Staff.SessionAsync(Agent), await LookAsync(Agent), Cancellation))!.Ways.App; // Just opened.

    /// <summary>The link by which the citizen stops it.</summary>
    protected async Task<string> TokenAsync(string message = SupportMessages.ChangeAsked) =>
        Regex.Match(await MailAsync(message), "stop-change/([A-Za-z0-9_-]{22})").Groups[1].Value;

    /// <summary>Waits out what the citizen may stop; everybody has to sign in again.</summary>
    protected async Task CoolAsync()
    {
        Domain.Clock.Advance(TimeSpan.FromHours(24));
        await Changes.ExecuteDueAsync(Cancellation);
        Agent = await Staff.ReturnAsync(Agent);
    }

    protected Task<IReadOnlyList<AuditedEvent>> HistoryAsync(AuditSubject subject) => Domain.Get<AuditHistory>().ListAsync(subject, "support.", Cancellation);

    /// <summary>What came into the mailbox last, of messages that hold some words.</summary>
    protected async Task<string> MailAsync(string holding)
    {
        for (var tries = 0; tries < 200; tries++)
        {
            if ((await Domain.Get<Mailbox>().ListAsync(Cancellation)).FirstOrDefault(mail => mail.Subject == holding) is { } mail)
                return mail.Body;
            await Task.Delay(25, Cancellation);
        }

        throw new InvalidOperationException($"No message '{holding}' came.");
    }
}
