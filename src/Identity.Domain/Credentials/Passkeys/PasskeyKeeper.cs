using Identity.Domain.Accounts;
using Identity.Domain.Audit;
using Identity.Domain.Credentials.WebAuthn;
using Identity.Domain.Storage;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Credentials.Passkeys;

/// <summary>Stores passkeys that were judged, with what must be known of it.</summary>
internal sealed class PasskeyKeeper(Ledger ledger, IOptions<PasskeyOptions> options, AccountMetrics accounts, PasskeyMetrics metrics)
{
    private sealed record Adding(EnrolmentOutcome Outcome, KnownAccount? Owner);

    public PasskeyMetrics Metrics => metrics;

    public async Task<EnrolmentOutcome> AddAsync(NewPasskey passkey, Guid account, Guid session, CancellationToken cancellationToken) => (await ledger.RecordAsync(
        async write => new Adding(await AddAsync(write, passkey, account, session), await write.FirstAsync(AccountStatements.Find, KnownAccount.Of, ("id", account))),
        adding => adding.Outcome is EnrolmentOutcome.Added ? PasskeyRecords.Told(adding.Owner, Entry(account, passkey), PasskeyMessages.Added) : Recorded.Nothing,
        cancellationToken)).Outcome;

    public async Task<CreateWithPasskeyOutcome> CreateAsync(NewPasskey passkey, NewAccount account, byte[] subjectSeed, CancellationToken cancellationToken)
    {
        var id = Guid.CreateVersion7(passkey.CreatedAt);
        var created = await ledger.RecordAsync(async write =>
        {
            if (await AccountStore.InsertAsync(write, id, account, subjectSeed, passwordHash: null, passkey.CreatedAt) == 0)
                return false;

            // A credential id of somebody else's undoes the account too.
            WebAuthnException.Unless(await passkey.InsertAsync(write, id) == 1, WebAuthnError.CredentialMismatch);
            return true;
        }, inserted => inserted ? new([AccountStore.Created(id, account), Entry(id, passkey)], []) : Recorded.Nothing, cancellationToken);
        accounts.Count(created ? new CreateOutcome.Created(id) : new CreateOutcome.EmailTaken());
        return created ? new CreateWithPasskeyOutcome.Created(id, passkey.Id, passkey.Facts()) : new CreateWithPasskeyOutcome.EmailTaken();
    }

    private async ValueTask<EnrolmentOutcome> AddAsync(IStatements write, NewPasskey passkey, Guid account, Guid session)
    {
        await write.FirstAsync(PasskeyStatements.Lock, row => row.GetGuid(0), ("account", account));
        var (count, signedIn) = await write.FirstAsync(PasskeyStatements.Room, row => (row.GetInt64(0), row.GetInt64(1) == 1), ("account", account), ("session", session));
        if (!signedIn)
            return new EnrolmentOutcome.SignedOut();
        if (count >= options.Value.MostPerAccount)
            return new EnrolmentOutcome.TooMany(options.Value.MostPerAccount);

        // §7.1 step 26: the credential is not registered yet, for anybody.
        return await passkey.InsertAsync(write, account) == 1 ? new EnrolmentOutcome.Added(passkey.ToPasskey()) : new EnrolmentOutcome.Already();
    }

    private static AuditEntry Entry(Guid account, NewPasskey passkey) => PasskeyRecords.Entry(account, passkey.Id, AuditEvents.PasskeyAdded,
        ("aaguid", passkey.Credential.Aaguid.ToString("D")), ("attestation", passkey.Attestation.Format), ("synced", passkey.Data.IsBackupEligible ? "yes" : "no"));
}
