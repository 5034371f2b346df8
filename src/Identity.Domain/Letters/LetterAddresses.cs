using System.Security.Cryptography;
using Identity.Domain.Accounts;
using Identity.Domain.Audit;
using Identity.Domain.Contacts;
using Identity.Domain.Notifications;
using Identity.Domain.Sessions;
using Identity.Domain.Storage;

namespace Identity.Domain.Letters;

/// <summary>Where letters to the owner of an account go. Every contact is told of a change, the former address included. Safe for concurrent use.</summary>
public sealed class LetterAddresses(IDatabase database, Ledger ledger, Reach reach, TimeProvider clock)
{
    private static readonly Statement Find = new("letter-addresses.find", "SELECT address FROM accounts WHERE id = @account AND address IS NOT NULL");

    /// <summary>Only while the session that asks is alive.</summary>
    private static readonly Statement Change = new("letter-addresses.change",
        """
        UPDATE accounts SET address = @address, updated_at = @now, concurrency_stamp = @stamp
        WHERE id = @account AND EXISTS (SELECT 1 FROM sessions WHERE sessions.id = @session AND sessions.account_id = @account AND ended_at IS NULL)
        """);

    /// <summary>The address of an account, or null.</summary>
    public Task<PostalAddress?> FindAsync(Guid account, CancellationToken cancellationToken) =>
        database.ReadAsync(read => read.FirstAsync(Find, row => PostalAddress.FromJson(row.GetString(0)), ("account", account)), cancellationToken);

    /// <summary>Replaces it.</summary>
    /// <returns>False, and nothing is changed, when the session has ended.</returns>
    public Task<bool> ChangeAsync(Session session, Guid account, PostalAddress address, CancellationToken cancellationToken) => ledger.RecordAsync(
        write => ChangeAsync(write, session, account, address),
        changed => changed
            ? Recorded.Of(
                new AuditEntry(AuditSubject.Account(account), AuditEvents.AddressChanged) { Personal = new Dictionary<string, string> { ["address"] = address.ToJson() } },
                new Notice(account, LetterMessages.AddressChanged) { To = NoticeAudience.EverywhereAndFormer })
            : Recorded.Nothing, cancellationToken);

    private async ValueTask<bool> ChangeAsync(IStatements write, Session session, Guid account, PostalAddress address)
    {
        var before = (await write.FirstAsync(ReachStatements.Account, ReachableAccount.Of, ("account", account)))?.Letter;
        if (await write.ExecuteAsync(Change, ("account", account), ("session", session.Id), ("address", address.ToJson()),
            ("now", clock.GetUtcNow().ToUnixTimeMilliseconds()), ("stamp", RandomNumberGenerator.GetHexString(32))) == 0)
            return false;

        if (before is not null)
            await reach.RememberAsync(write, account, new MessageRoute(MessageChannel.Letter, before));
        return true;
    }
}
