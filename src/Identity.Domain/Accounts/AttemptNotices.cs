using Identity.Domain.Audit;
using Identity.Domain.Contacts;
using Identity.Domain.Limits;
using Identity.Domain.Storage;

namespace Identity.Domain.Accounts;

/// <summary>
/// Tells the owner of an account, once a day, that somebody tried too many passwords. Not part of the answer to whoever tries:
/// call it after that answer is gone, since it takes longer for an account that exists.
/// </summary>
public sealed class AttemptNotices(Ledger ledger, DayBudgets budgets)
{
    private const int ADay = 1;

    /// <param name="identifier">What was typed: an e-mail address or a sign-in ID.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task TellAsync(string identifier, CancellationToken cancellationToken)
    {
        if (AccountIdentifier.Read(identifier) is not { } read)
            return;
        await ledger.RecordAsync(async write =>
        {
            var account = await write.FirstAsync(read is AccountIdentifier.BySignInId ? AccountStatements.FindBySignInId : AccountStatements.FindByEmail, row => (Guid?)row.GetGuid(0), ("key", read.Key));
            return account is { } id && await budgets.SpendAsync(write, "attempts-notice", id.ToString("D"), ADay) is LimitDecision.Allowed ? account : null;
        }, told => told is { } id
            ? Recorded.Of(new AuditEntry(AuditSubject.Account(id), AuditEvents.TooManyAttempts), new Notice(id, AccountMessages.TooManyAttempts))
            : Recorded.Nothing, cancellationToken);
    }
}
