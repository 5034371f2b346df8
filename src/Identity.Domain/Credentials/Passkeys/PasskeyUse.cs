using Identity.Domain.Accounts;
using Identity.Domain.Audit;
using Identity.Domain.Credentials.WebAuthn;
using Identity.Domain.Storage;

namespace Identity.Domain.Credentials.Passkeys;

/// <summary>Writes down that a passkey signed in, unless it is suspended or its counter stands still.</summary>
internal sealed class PasskeyUse(IDatabase database, Ledger ledger, TimeProvider clock)
{
    public async Task<PasskeyOutcome> CountAsync(StoredPasskey passkey, AuthenticatorData data, CancellationToken cancellationToken)
    {
        // §7.2 step 24, in one statement, so that of two answers with one counter one is refused.
        var counted = await database.WriteAsync(write => write.ExecuteAsync(PasskeyStatements.Use,
            ("id", passkey.Id), ("count", (long)data.SignCount), ("backed", data.IsBackedUp), ("now", clock.GetUtcNow().ToUnixTimeMilliseconds())), cancellationToken);
        if (counted == 0)
            return await WhyNotAsync(passkey, cancellationToken);
        return passkey.Hold is { } reason
            ? new PasskeyOutcome.Held(reason, passkey.AccountId, Facts(passkey, data))
            : new PasskeyOutcome.SignedIn(passkey.AccountId, passkey.Id, Facts(passkey, data));
    }

    /// <summary>§7.2 step 22: a sign that the authenticator was copied. Its owner must know; the copy may be the other one.</summary>
    public async Task<PasskeyOutcome> CounterFellAsync(StoredPasskey passkey, CancellationToken cancellationToken)
    {
        await ledger.RecordAsync(
            write => write.FirstAsync(AccountStatements.Find, KnownAccount.Of, ("id", passkey.AccountId)),
            owner => PasskeyRecords.Told(owner, PasskeyRecords.Entry(passkey.AccountId, passkey.Id, AuditEvents.PasskeyCounterFell), PasskeyMessages.CounterFell),
            cancellationToken);
        return new PasskeyOutcome.Refused(WebAuthnError.CounterFell);
    }

    private async Task<PasskeyOutcome> WhyNotAsync(StoredPasskey passkey, CancellationToken cancellationToken)
    {
        var state = await database.ReadAsync(read => read.FirstAsync(PasskeyStatements.State, row => row.IsDBNull(0) ? "counted" : "suspended", ("id", passkey.Id)), cancellationToken);
        return state switch
        {
            "suspended" => new PasskeyOutcome.Suspended(),
            "counted" => await CounterFellAsync(passkey, cancellationToken),

            // Removed since it was found: the next attempt tells the browser so.
            _ => new PasskeyOutcome.Expired(),
        };
    }

    private static AssertionFacts Facts(StoredPasskey passkey, AuthenticatorData data) => new()
    {
        UserPresent = data.IsUserPresent,
        UserVerified = data.IsUserVerified,
        BackupEligible = data.IsBackupEligible,
        BackedUp = data.IsBackedUp,
        Attested = passkey.IsAttested,
        HardwareBound = passkey.IsHardwareBound && !data.IsBackupEligible,
        SignCount = data.SignCount,
        Aaguid = passkey.Aaguid,
    };
}
