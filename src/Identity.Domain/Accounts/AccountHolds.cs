using System.Security.Cryptography;
using Identity.Domain.Audit;
using Identity.Domain.Contacts;
using Identity.Domain.Sessions;
using Identity.Domain.Storage;

namespace Identity.Domain.Accounts;

/// <summary>
/// Holds an account and releases it. While it is held nobody signs in to it, no session of it opens, and what applications
/// were given is revoked; its owner is told, and can ask people to look again.
/// </summary>
public sealed class AccountHolds(Ledger ledger, TimeProvider clock)
{
    /// <summary>Holds an account, and ends every session and grant of it.</summary>
    /// <param name="account">Whose it is.</param>
    /// <param name="reason">What its owner is told.</param>
    /// <param name="actor">Who decided, for the audit.</param>
    /// <returns>Whether it was not held before.</returns>
    public async Task<bool> HoldAsync(KnownAccount account, HoldReason reason, string actor, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return await ledger.RecordAsync(async write =>
        {
            var held = await write.ExecuteAsync(AccountStatements.Hold,
                ("id", account.Id), ("reason", reason.ToString()), ("now", now.ToUnixTimeMilliseconds()), ("stamp", RandomNumberGenerator.GetHexString(32)));
            if (held > 0)
            {
                await SessionEndings.EndAllAsync(write, account.Id, now);
            }

            return held;
        }, held => Record(held, account, AuditEvents.AccountHeld, actor, AccountMessages.AccountHeld, ("reason", reason.ToString())), cancellationToken) > 0;
    }

    /// <summary>Lets its owner sign in again.</summary>
    /// <returns>Whether it was held before.</returns>
    public async Task<bool> ReleaseAsync(KnownAccount account, string actor, CancellationToken cancellationToken) => await ledger.RecordAsync(
        write => write.ExecuteAsync(AccountStatements.Release, ("id", account.Id), ("stamp", RandomNumberGenerator.GetHexString(32))),
        released => Record(released, account, AuditEvents.AccountReleased, actor, AccountMessages.AccountReleased), cancellationToken) > 0;

    private static Recorded Record(
        int changed, KnownAccount account, string happened, string actor, string template, params (string Key, string Value)[] details)
    {
        if (changed == 0)
            return Recorded.Nothing;

        var entry = new AuditEntry(AuditSubject.Account(account.Id), happened) { Actor = actor, Details = details.ToDictionary() };
        return Recorded.Of(entry, new Notice(account.Id, template));
    }
}
