using Identity.Domain.Audit;
using Identity.Domain.Credentials.WebAuthn;
using Identity.Domain.Storage;
using Identity.Domain.Support.Staff;
using Identity.Testing;
using Identity.Testing.Passkeys;
using Identity.Tests.Domain.Credentials.Passkeys;

namespace Identity.Tests.Domain.Support;

/// <summary>Staff come in with certified hardware, of which they need two pieces, and with nothing else.</summary>
[Spec("WebAuthn 3", "7.1")]
public abstract class StaffKeyTests : StaffTest
{
    private const string Origin = "http://localhost:5010";

    private readonly SoftwareAuthenticator _key = new(Origin);

    protected StaffKeyTests(StorageProvider provider) : base(provider)
    {
        (_key.IsSynced, _key.Counts) = (false, true);
        _key.Attestation = Authenticator.Attestation;
    }

    protected override IEnumerable<(string Key, string Value)> Settings => [.. base.Settings, ("Support:Port", "5010")];

    private StaffPasskeys Passkeys => Domain.Get<StaffPasskeys>();

    [Fact]
    public async Task One_key_opens_only_the_page_for_the_second()
    {
        await PublishAsync();
        var session = await InvitedAsync();

        Assert.IsType<StaffKeyOutcome.Accepted>(await AddAsync(session));
        Assert.Equal(StaffStage.Enrolling, (await SignInAsync()).Stage);

        Assert.IsType<StaffKeyOutcome.Accepted>(await AddAsync(session));
        Assert.Equal(StaffStage.Enrolled, (await SignInAsync()).Stage);
    }

    [Fact]
    public async Task Without_metadata_nobody_enrols()
    {
        var session = await InvitedAsync();

        Assert.False(Passkeys.IsOpen);
        Assert.Equal(new StaffKeyOutcome.Refused(WebAuthnError.UntrustedAttestation), await AddAsync(session));
    }

    [Fact]
    public async Task A_synced_or_unattested_passkey_is_refused()
    {
        await PublishAsync();
        var session = await InvitedAsync();

        _key.IsSynced = true;
        Assert.Equal(new StaffKeyOutcome.Refused(WebAuthnError.BackupEligible), await AddAsync(session));
        (_key.IsSynced, _key.Attestation) = (false, AttestationMaker.None);
        Assert.Equal(new StaffKeyOutcome.Refused(WebAuthnError.AttestationRequired), await AddAsync(session));
    }

    [Fact]
    public async Task A_model_that_is_reported_signs_in_no_more_from_that_minute()
    {
        await PublishAsync();
        var session = await InvitedAsync();
        await AddAsync(session);

        Metadata.Number++;
        Metadata.Statuses.Add("REVOKED");
        await PublishAsync();

        Assert.Equal(new StaffKeyOutcome.Refused(WebAuthnError.ModelRefused), await UseAsync());
    }

    [Fact]
    public async Task A_passkey_of_a_citizen_opens_nothing_here()
    {
        await PublishAsync();
        await WithPasskeyAsync();
        var asked = await Passkeys.BeginUseAsync(null, Here, Cancellation);
        var theirs = asked.OptionsJson.Replace("\"rpId\":\"localhost\"", "\"rpId\":\"identity.test\"", StringComparison.Ordinal);

        Assert.IsType<StaffKeyOutcome.Unknown>(await Passkeys.UseAsync(Here, Authenticator.Get(theirs), Cancellation));
    }

    [Fact]
    public async Task An_answer_counts_once_and_in_its_own_browser()
    {
        await PublishAsync();
        await AddAsync(await InvitedAsync());
        var answer = _key.Get((await Passkeys.BeginUseAsync(null, Here, Cancellation)).OptionsJson);

        Assert.IsType<StaffKeyOutcome.Expired>(await Passkeys.UseAsync("another browser", answer, Cancellation));
        Assert.IsType<StaffKeyOutcome.Accepted>(await Passkeys.UseAsync(Here, answer, Cancellation));
        Assert.IsType<StaffKeyOutcome.Expired>(await Passkeys.UseAsync(Here, answer, Cancellation));
    }

    [Fact]
    public async Task An_answer_from_the_citizens_pages_is_refused()
    {
        await PublishAsync();
        await AddAsync(await InvitedAsync());
        var answer = _key.Get((await Passkeys.BeginUseAsync(null, Here, Cancellation)).OptionsJson, given => given.ClientData["origin"] = "http://localhost:5000");

        Assert.Equal(new StaffKeyOutcome.Refused(WebAuthnError.WrongOrigin), await Passkeys.UseAsync(Here, answer, Cancellation));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("null")]
    public async Task What_is_no_answer_is_an_outcome(string answer) =>
        Assert.IsType<StaffKeyOutcome.Refused>(await Passkeys.UseAsync(Here, answer, Cancellation));

    private async Task<StaffSession> InvitedAsync()
    {
        var invited = (InviteOutcome.Invited)await Domain.Get<StaffInvitations>().InviteAsync(
            TestStaff.Invitee("ada@staff.test", "Ada", "agent"), AuditSubject.Operator("host"), Cancellation);
        var key = await Domain.Get<StaffSessions>().RedeemAsync(invited.Code, Cancellation);
        return (await Domain.Get<StaffSessions>().FindAsync(key, Cancellation))!; // Just begun.
    }

    private async Task<StaffKeyOutcome> AddAsync(StaffSession session) =>
        await Passkeys.AddAsync(session, Here, _key.Create((await Passkeys.BeginAddAsync(session, Here, Cancellation)).OptionsJson), Cancellation);

    private async Task<StaffKeyOutcome> UseAsync() =>
        await Passkeys.UseAsync(Here, _key.Get((await Passkeys.BeginUseAsync(null, Here, Cancellation)).OptionsJson), Cancellation);

    private async Task<StaffSession> SignInAsync()
    {
        var used = Assert.IsType<StaffKeyOutcome.Accepted>(await UseAsync());
        var key = await Domain.Get<StaffSessions>().StartAsync(used.StaffId, Cancellation);
        return (await Domain.Get<StaffSessions>().FindAsync(key, Cancellation))!; // Just begun.
    }
}

public sealed class SqliteStaffKeyTests() : StaffKeyTests(StorageProvider.Sqlite);

public sealed class PostgresStaffKeyTests() : StaffKeyTests(StorageProvider.Postgres);
