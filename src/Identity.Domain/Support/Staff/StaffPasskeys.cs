using System.Data.Common;
using System.Diagnostics;
using Identity.Domain.Audit;
using Identity.Domain.Credentials.Metadata;
using Identity.Domain.Credentials.Passkeys;
using Identity.Domain.Credentials.WebAuthn;
using Identity.Domain.Storage;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Support.Staff;

/// <summary>
/// Passkeys of staff (Web Authentication Level 3 §7): made under the policy for staff, at the console's own origin, and judged
/// by the metadata of the day whenever they are used. They have nothing to do with the passkeys of citizens.
/// </summary>
public sealed class StaffPasskeys
{
    private const string Enrol = "staff-enrol";
    private const string SignIn = "staff-sign-in";

    // Four: two to have, two while they are replaced.
    private const int Most = 4;

    private readonly IDatabase _database;
    private readonly Ledger _ledger;
    private readonly Ceremonies _ceremonies;
    private readonly MetadataFile _metadata;
    private readonly RelyingParty _relyingParty;
    private readonly RegistrationJudge _judge;
    private readonly StaffPolicy _policy;
    private readonly TimeProvider _clock;

    internal StaffPasskeys(
        IDatabase database, Ledger ledger, Ceremonies ceremonies, ModelJudge models, MetadataFile metadata, StaffPolicy policy,
        IOptions<SupportOptions> options, IOptions<PasskeySite> site, TimeProvider clock)
    {
        (_database, _ledger, _ceremonies, _metadata, _policy, _clock) = (database, ledger, ceremonies, metadata, policy, clock);
        var origin = options.Value.ToOrigin();
        var own = new PasskeyOptions { RelyingPartyId = origin?.IdnHost ?? "", RelyingPartyName = site.Value.Name };
        if (origin is not null)
            own.Origins.Add(RelyingParty.OriginOf(origin));
        _relyingParty = new RelyingParty(Options.Create(own), Options.Create(new PasskeySite()));
        _judge = new RegistrationJudge(_relyingParty, models, clock);
    }

    /// <summary>Whether a passkey can be added for now: not while models of authenticators have to be known and none is.</summary>
    public bool IsOpen => _relyingParty.IsAvailable && _judge.CanJudge(_policy.Passkeys);

    /// <summary>Begins a passkey of somebody who enrols.</summary>
    public async Task<PasskeyRequest> BeginAddAsync(StaffSession session, string browser, CancellationToken cancellationToken)
    {
        var staff = session.Staff;
        var (seed, credentials) = await _database.ReadAsync(async read => (
            await read.FirstAsync(StaffStatements.Seed, row => (byte[])row[0], ("id", staff.Id)),
            await read.ListAsync(StaffStatements.Credentials, CredentialDescriptor.Of, ("staff", staff.Id))), cancellationToken);
        var challenge = await _ceremonies.BeginAsync(Enrol, browser, new(staff.Id, null, _policy.Passkeys, IsConditional: false), cancellationToken);
        return new(OptionsJson.Creation(_relyingParty, new(UserHandle.Of(seed ?? []), staff.Email, staff.Name), challenge, _policy.Passkeys, conditional: false, _ceremonies.Life, credentials));
    }

    /// <summary>Stores the passkey that answers. Bad input is an outcome and never an exception.</summary>
    public async Task<StaffKeyOutcome> AddAsync(StaffSession session, string browser, string? responseJson, CancellationToken cancellationToken)
    {
        try
        {
            var response = RegistrationResponse.Parse(responseJson);
            if (await _ceremonies.TakeAsync(Enrol, browser, response.ClientData, cancellationToken) is not { } ceremony || ceremony.AccountId != session.Staff.Id)
                return new StaffKeyOutcome.Expired();
            return await AddAsync(session, _judge.Judge(response, ceremony), cancellationToken);
        }
        catch (WebAuthnException refused)
        {
            return new StaffKeyOutcome.Refused(refused.Error);
        }
    }

    /// <summary>Asks whoever sits at a browser, or one who is known, to use their passkey.</summary>
    public async Task<PasskeyRequest> BeginUseAsync(StaffMember? known, string browser, CancellationToken cancellationToken)
    {
        var credentials = known is null
            ? []
            : await _database.ReadAsync(read => read.ListAsync(StaffStatements.Credentials, CredentialDescriptor.Of, ("staff", known.Id)), cancellationToken);
        var challenge = await _ceremonies.BeginAsync(SignIn, browser, new(known?.Id, null, _policy.Passkeys, IsConditional: false), cancellationToken);
        return new(OptionsJson.Request(_relyingParty, challenge, _policy.Passkeys, _ceremonies.Life, credentials));
    }

    /// <summary>Looks at the answer. Bad input is an outcome and never an exception.</summary>
    public async Task<StaffKeyOutcome> UseAsync(string browser, string? responseJson, CancellationToken cancellationToken)
    {
        try
        {
            var response = AssertionResponse.Parse(responseJson);
            if (await _ceremonies.TakeAsync(SignIn, browser, response.ClientData, cancellationToken) is not { } ceremony)
                return new StaffKeyOutcome.Expired();
            var stored = await _database.ReadAsync(read => read.FirstAsync(StaffStatements.FindPasskey, Stored.Of, ("credential", response.CredentialId)), cancellationToken);
            return stored is null ? new StaffKeyOutcome.Unknown() : await JudgeAsync(response, ceremony, stored, cancellationToken);
        }
        catch (WebAuthnException refused)
        {
            return new StaffKeyOutcome.Refused(refused.Error);
        }
    }

    private async Task<StaffKeyOutcome> AddAsync(StaffSession session, NewPasskey passkey, CancellationToken cancellationToken)
    {
        var added = await _ledger.RecordAsync(write => write.ExecuteAsync(StaffStatements.AddPasskey,
            ("id", passkey.Id), ("staff", session.Staff.Id), ("session", session.Id), ("credential", passkey.Credential.Id), ("key", passkey.Credential.PublicKey.Encoded),
            ("algorithm", (int)passkey.Credential.PublicKey.Algorithm), ("aaguid", passkey.Credential.Aaguid), ("count", (long)passkey.Data.SignCount),
            ("eligible", passkey.Data.IsBackupEligible), ("attested", passkey.Trust.IsAttested), ("hardware", passkey.Trust.IsHardwareBound),
            ("transports", string.Join(' ', passkey.Transports)), ("now", passkey.CreatedAt.ToUnixTimeMilliseconds()), ("most", Most)),
            rows => rows == 0 ? Recorded.Nothing : Recorded.Of(new AuditEntry(session.Staff.Subject, AuditEvents.StaffPasskeyAdded)
            {
                Details = new Dictionary<string, string> { ["passkey"] = passkey.Id.ToString("D"), ["aaguid"] = passkey.Credential.Aaguid.ToString("D") },
            }), cancellationToken);
        return added == 0 ? new StaffKeyOutcome.Unknown() : new StaffKeyOutcome.Accepted(session.Staff.Id);
    }

    private async Task<StaffKeyOutcome> JudgeAsync(AssertionResponse response, EnrolmentCeremony ceremony, Stored stored, CancellationToken cancellationToken)
    {
        // §7.2 step 6: of somebody who was known before, the credential is one of theirs.
        if (ceremony.AccountId is { } known && known != stored.StaffId)
            return new StaffKeyOutcome.Refused(WebAuthnError.WrongUser);
        var judged = Assertion.Judge(response, new()
        {
            RelyingParty = _relyingParty.Rules,
            ChallengeHash = response.ClientData.ChallengeHash,
            UserHandle = UserHandle.Of(stored.Seed),
            PublicKey = stored.PublicKey,
            SignCount = stored.SignCount,
            IsBackupEligible = stored.IsBackupEligible,
            IsUserKnown = ceremony.AccountId is not null,
        });
        return judged switch
        {
            AssertionResult.Refused(var error) => await RefuseAsync(stored, error, cancellationToken),
            AssertionResult.Verified when ErrorOf(stored) is { } error => await RefuseAsync(stored, error, cancellationToken),
            AssertionResult.Verified(var data) => await CountAsync(stored, data, cancellationToken),
            _ => throw new UnreachableException(),
        };
    }

    // What was let in by a setting is not let in without it; and what the metadata says against a model counts from that minute.
    private WebAuthnError? ErrorOf(Stored stored) =>
        _policy.Passkeys.DemandsMetadata && (!stored.IsAttested || _metadata.Newest?.Entries.GetValueOrDefault(stored.Aaguid)?.Compromise is not null)
            ? WebAuthnError.ModelRefused
            : null;

    private async Task<StaffKeyOutcome> CountAsync(Stored stored, AuthenticatorData data, CancellationToken cancellationToken)
    {
        // §7.2 step 24, in one statement, so that of two answers with one counter one is refused.
        var counted = await _database.WriteAsync(write => write.ExecuteAsync(StaffStatements.UsePasskey,
            ("id", stored.Id), ("count", (long)data.SignCount), ("now", _clock.GetUtcNow().ToUnixTimeMilliseconds())), cancellationToken);
        return counted == 0 ? await RefuseAsync(stored, WebAuthnError.CounterFell, cancellationToken) : new StaffKeyOutcome.Accepted(stored.StaffId);
    }

    private Task<StaffKeyOutcome> RefuseAsync(Stored stored, WebAuthnError error, CancellationToken cancellationToken) => _ledger.RecordAsync(
        _ => ValueTask.FromResult<StaffKeyOutcome>(new StaffKeyOutcome.Refused(error)),
        Recorded.Of(new AuditEntry(AuditSubject.Staff(stored.StaffId), AuditEvents.StaffPasskeyRefused)
        {
            Details = new Dictionary<string, string> { ["passkey"] = stored.Id.ToString("D"), ["reason"] = error.ToString() },
        }), cancellationToken);

    private sealed record Stored(Guid Id, Guid StaffId, byte[] PublicKey, uint SignCount, bool IsBackupEligible, Guid Aaguid, bool IsAttested, byte[] Seed)
    {
        public static Stored Of(DbDataReader row) => new(
            row.GetGuid(0), row.GetGuid(1), (byte[])row[2], (uint)row.GetInt64(3), row.GetBoolean(4), row.GetGuid(5), row.GetBoolean(6), (byte[])row[7]);
    }
}
