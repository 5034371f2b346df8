using System.Diagnostics;
using System.Security.Cryptography;
using Identity.Domain.Accounts;
using Identity.Domain.Audit;
using Identity.Domain.Contacts;
using Identity.Domain.Credentials;
using Identity.Domain.Credentials.Upstream;
using Identity.Domain.Phones;
using Identity.Domain.Sessions;
using Identity.Domain.Storage;

namespace Identity.Domain.Recovery;

/// <summary>
/// Gives an account back: another password where it is needed, what was lost removed, every session ended and, where somebody
/// else may have been in it, every grant revoked. Passkeys stay, but for those that came after what its owner says was not them.
/// </summary>
public sealed class RecoveryCompletion(
    Ledger ledger, Recoveries recoveries, AccountStore accounts, PasswordPolicy policy, Passwords passwords, PhoneStore phones, TimeProvider clock)
{
    /// <summary>Whether somebody who lost this has to choose a password.</summary>
    public static bool NeedsPassword(LostThing lost) => lost is LostThing.Password or LostThing.Everything or LostThing.Control or LostThing.Passkey;

    /// <param name="id">The way back, which <see cref="Recoveries"/> opened.</param>
    /// <param name="lost">What they say they lost, who come by it: whoever opened it, staff or an earlier try, may have said something else.</param>
    /// <param name="password">What was typed as the new password; null where none is needed.</param>
    /// <param name="since">What was added to the account later than this goes; null unless somebody else may have been in it.</param>
    /// <param name="cancellationToken">Gives up, also while waiting for its turn.</param>
    public async Task<RecoveryOutcome> TryAsync(Guid id, LostThing lost, string? password, DateTimeOffset? since, CancellationToken cancellationToken)
    {
        if (await recoveries.FindAsync(id, cancellationToken) is not { } found || await accounts.FindAsync(found.AccountId, cancellationToken) is not { } account)
            return new RecoveryOutcome.Over();
        if (password is not null && policy.Judge(password, PasswordUse.Alone, [account.Email, account.Name]) is var verdict and not PasswordVerdict.Accepted)
            return new RecoveryOutcome.PasswordRefused(verdict);
        if (password is null && NeedsPassword(lost))
            return new RecoveryOutcome.PasswordRefused(new PasswordVerdict.Empty());

        switch (password is null ? null : await passwords.HashAsync(password, cancellationToken))
        {
            case PasswordHash.Busy(var retryAfter):
                return new RecoveryOutcome.Busy(retryAfter);
            case var hashed:
                return await StoreAsync(found with { Lost = lost }, (hashed as PasswordHash.Hashed)?.Text, since, cancellationToken)
                    ? new RecoveryOutcome.Completed()
                    : await WhyNotAsync(id, cancellationToken);
        }
    }

    private async Task<bool> StoreAsync(RecoveryCase found, string? hash, DateTimeOffset? since, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return await ledger.RecordAsync(async write =>
        {
            await write.FirstAsync(RecoveryStatements.Lock, row => row.GetGuid(0), ("account", found.AccountId));
            var completed = await write.ExecuteAsync(RecoveryStatements.Complete, ("id", found.Id), ("now", now.ToUnixTimeMilliseconds()));
            if (completed > 0)
            {
                await Recoveries.EndAllAsync(write, found.AccountId, RecoveryEnding.Superseded, now);
                await GiveBackAsync(write, found, hash, since ?? now, now);
            }

            return completed;
        }, completed => completed == 0 ? Recorded.Nothing : Record(found), cancellationToken) > 0;
    }

    private async ValueTask GiveBackAsync(IStatements write, RecoveryCase found, string? hash, DateTimeOffset since, DateTimeOffset now)
    {
        var account = ("account", (object?)found.AccountId);
        var stamp = ("stamp", (object?)RandomNumberGenerator.GetHexString(32));
        if (hash is not null)
            await write.ExecuteAsync(RecoveryStatements.SetPassword, account, ("password", hash), stamp);
        await write.ExecuteAsync(RecoveryStatements.Thaw, account, stamp);
        await write.ExecuteAsync(TrustedDevices.Forget, account);
        if (found.Lost is LostThing.Control)
            await SessionEndings.EndAllAsync(write, found.AccountId, now);
        else
            await SessionEndings.EndOthersAsync(write, found.AccountId, Guid.Empty, now);
        await RemoveAsync(write, found, since, account);
    }

    // A telephone that answered, or an app that gave the code, was not lost whatever was ticked.
    private async ValueTask RemoveAsync(IStatements write, RecoveryCase found, DateTimeOffset since, (string, object?) account)
    {
        var everything = found.Lost is LostThing.Everything;
        var after = ("since", (object?)(found.Lost is LostThing.Control ? since.ToUnixTimeMilliseconds() : 0));
        if ((everything || found.Lost is LostThing.App or LostThing.Control) && !found.Proofs.HasFlag(RecoveryProofs.AppCode))
            await write.ExecuteAsync(RecoveryStatements.RemoveApp, account, after);
        if ((everything || found.Lost is LostThing.Phone or LostThing.Control) && !found.Proofs.HasFlag(RecoveryProofs.PhoneCode))
            await phones.RemoveSinceAsync(write, found.AccountId, found.Lost is LostThing.Control ? since : DateTimeOffset.UnixEpoch);
        if (found.Lost is LostThing.Control)
            await write.ExecuteAsync(RecoveryStatements.RemovePasskeysSince, account, after);
        if (everything || found.Lost is LostThing.Control)
            await write.ExecuteAsync(UpstreamStatements.RemoveSince, account, after);
        if ((everything || found.Lost is LostThing.BackupCodes or LostThing.Control) && !found.Proofs.HasFlag(RecoveryProofs.BackupCode))
        {
            await write.ExecuteAsync(RecoveryStatements.RemoveCodes, account);
            await write.ExecuteAsync(RecoveryStatements.RemoveSheet, account);
        }
    }

    private async Task<RecoveryOutcome> WhyNotAsync(Guid id, CancellationToken cancellationToken) =>
        await recoveries.FindAsync(id, cancellationToken) switch
        {
            { Ending: RecoveryEnding.Cancelled } => new RecoveryOutcome.Cancelled(),
            { Ending: null } found when found.ReadyAt > clock.GetUtcNow() => new RecoveryOutcome.NotYet(found.ReadyAt),
            _ => new RecoveryOutcome.Over(),
        };

    private static Recorded Record(RecoveryCase found) => Recorded.Of(
        new AuditEntry(AuditSubject.Account(found.AccountId), AuditEvents.RecoveryCompleted)
        {
            Details = new Dictionary<string, string> { ["recovery"] = found.Id.ToString("D"), ["lost"] = found.Lost.ToString(), ["shown"] = found.Proofs.ToString() },
        },
        new Notice(found.AccountId, RecoveryMessages.Completed) { To = NoticeAudience.EverywhereAndFormer, NotMe = true });
}
