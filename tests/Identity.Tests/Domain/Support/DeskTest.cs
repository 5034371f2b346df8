using Identity.Domain.Accounts;
using Identity.Domain.Audit;
using Identity.Domain.Notifications.Senders;
using Identity.Domain.Storage;
using Identity.Domain.Support.Desk;
using Identity.Domain.Verification.Runs;
using Identity.Sdk;
using Identity.Testing;
using Identity.Tests.Web.Plugins;

namespace Identity.Tests.Domain.Support;

/// <summary>A provider that offers proof in person by the verifier that comes with it, and Bella, who works at a desk.</summary>
public abstract class DeskTest(StorageProvider storage) : IAsyncLifetime
{
    protected const string Address = "1 High Street\nCardiff\nCF10 1AA";

    protected static readonly DeskFinding.Compared Passport = new(DeskDocument.Passport, "GBR", "123456789");

    protected static readonly DeskFinding.Vouched Word = new("she is our patient", 6, IsRelative: false);

    private readonly PluginFolder _folder = new PluginFolder().Offering("in-person")
        .Set("Support:Port", $"{TestProvider.SupportPort}").Set("Support:DangerAnyPasskey", "true").Set("Support:DeskVouches", "2").Set("Support:DeskWrongCodes", "3")
        // One who stands at a desk and answers calls too.
        .Set("Support:Roles:desk", "desk").Set("Support:Roles:senior", "desk find act approve");

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected TestProvider Provider { get; private set; } = null!; // Set before each test by InitializeAsync.

    protected TestStaff Staff { get; private set; } = null!; // Set before each test by InitializeAsync.

    protected TestStaff.Employed Bella { get; private set; } = null!; // Set before each test by InitializeAsync.

    protected Guid Alice { get; private set; }

    protected DeskWork Desk => Provider.Get<DeskWork>();

    protected Verifications Verifications => Provider.Get<Verifications>();

    public async ValueTask InitializeAsync()
    {
        Provider = await TestProvider.StartAsync(storage, _folder.Settings);
        Staff = Provider.Staff();
        Alice = await Provider.CreateAccountAsync();
        Bella = await Staff.HireAsync("desk", "bella@example.test");
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Provider.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>Somebody waits with a code.</summary>
    protected async Task<VerificationRun> WaitingAsync(string level = "gpg45:low", Guid? account = null)
    {
        var details = await Provider.Get<VerificationRoutes>().DetailsAsync(account ?? Alice, "in-person", Cancellation);
        var asked = Went(await Verifications.BeginAsync(account ?? Alice, "in-person", details, new RunPurpose(level, null, "en"), Cancellation));
        return Went(await Verifications.ContinueAsync(asked.Id, new RunHolder.Owner(account ?? Alice), asked.Version,
            new StepAnswer.Fields(new Dictionary<string, string> { [ClaimNames.Address] = Address }), Cancellation));
    }

    protected async Task<VerificationRun> NowAsync(VerificationRun run, Guid? account = null) =>
        await Verifications.FindAsync(run.Id, new RunHolder.Owner(account ?? Alice), Cancellation) ?? throw new InvalidOperationException("It is gone.");

    protected static VerificationRun Went(RunOutcome outcome) => Assert.IsType<RunOutcome.Went>(outcome).Run;

    protected static string Code(VerificationRun run) => Assert.IsType<VerificationStep.Wait>(run.Step).Handle ?? "";

    protected async Task<DeskOutcome> OpenAsync(string code, TestStaff.Employed? staff = null) => await Desk.OpenAsync(await Staff.SessionAsync(staff ?? Bella), code, Cancellation);

    protected async Task<Guid> OpenedAsync(string code, TestStaff.Employed? staff = null) => Assert.IsType<DeskOutcome.Opened>(await OpenAsync(code, staff)).Opening;

    protected async Task<DeskOutcome> DecideAsync(Guid opening, DeskFinding finding, TestStaff.Employed? staff = null) =>
        await Provider.Get<DeskDecisions>().DecideAsync(await Staff.SessionAsync(staff ?? Bella), opening, finding, Cancellation);

    protected async Task<DeskOutcome> ConfirmAsync(VerificationRun run, DeskFinding finding, TestStaff.Employed? staff = null) =>
        await DecideAsync(await OpenedAsync(Code(run), staff), finding, staff);

    protected static void Refused(DeskConflict conflict, DeskOutcome outcome) => Assert.Equal(conflict, Assert.IsType<DeskOutcome.Refused>(outcome).Conflict);

    protected async Task<IReadOnlyList<AuditedEvent>> HistoryAsync(AuditSubject subject) =>
        await Provider.Get<AuditHistory>().ListAsync(subject, "support.desk", Cancellation);

    /// <summary>The account of somebody of the staff as a citizen.</summary>
    protected Task<CreateOutcome> CitizenAsync(string email, string family) => Provider.Get<AccountStore>().CreateAsync(new NewAccount(EmailAddress.Parse(email))
    {
        Name = ((PersonNameReading.Read)PersonName.Read("Bella", family)).Name,
        Address = new PostalAddress { StreetAddress = "Flat 2, 1 High St", Locality = "Cardiff", PostalCode = "CF10 1AA" },
    }, TestProvider.Password, Cancellation);

    protected async Task ToldAsync(string subject)
    {
        for (var tries = 0; tries < 400; tries++)
        {
            if ((await Provider.Get<Mailbox>().ListAsync(Cancellation)).Any(mail => mail.Subject.Contains(subject, StringComparison.Ordinal)))
                return;
            await Task.Delay(25, Cancellation);
        }

        Assert.Fail($"Nobody was told '{subject}'.");
    }
}
