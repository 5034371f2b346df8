using Identity.Domain.Audit;
using Identity.Domain.Credentials.Passkeys;
using Identity.Domain.Credentials.WaysIn;
using Identity.Domain.Phones;
using Identity.Domain.Storage;
using Identity.Domain.Support.Staff;

namespace Identity.Domain.Support.Lookup;

/// <summary>The account that a look keeps open, and what of it is shown whole. Another's look opens nothing.</summary>
public sealed class AccountFiles(IDatabase database, Ledger ledger, AccountLookup lookup, WaysInStore waysIn, AuditHistory history, TimeProvider clock)
{
    private const int Lately = 20;

    /// <returns>Null when the look is over, or another's.</returns>
    public async Task<AccountFile?> OpenAsync(StaffSession session, Guid look, CancellationToken cancellationToken)
    {
        if (await FindAsync(session, look, cancellationToken) is not { } account)
            return null;
        return new AccountFile
        {
            Look = look,
            Fields = account.Masks(),
            Locale = account.Locale,
            CreatedAt = account.CreatedAt,
            Hold = account.Hold,
            HoldEndsAt = account.HoldEndsAt,
            IsFlagged = account.IsFlagged,
            Ways = await waysIn.FindAsync(account.Id, cancellationToken),
            Events = [.. (await history.ListAsync(AuditSubject.Account(account.Id), "", cancellationToken)).Take(Lately)],
        };
    }

    /// <summary>Shows one value whole. Who saw it, and why, is written before it is shown, and the citizen sees that it was.</summary>
    /// <returns>Null when the look is over or there is no such value.</returns>
    public async Task<string?> RevealAsync(StaffSession session, Guid look, HiddenField field, string words, CancellationToken cancellationToken)
    {
        if (await FindAsync(session, look, cancellationToken) is not { } account || account.Show(field) is not { } value)
            return null;
        await ledger.RecordAsync(_ => ValueTask.FromResult(0),
            SupportRecords.Of(session.Staff, account.Id, AuditEvents.SupportRevealed, words, ("field", field.ToString()), ("look", look.ToString("D"))), cancellationToken);
        return value;
    }

    /// <summary>Says that from now on only supervisors may open it, or that anybody may again.</summary>
    /// <returns>False when the look is over, or it was so before.</returns>
    public async Task<bool> FlagAsync(StaffSession session, Guid look, bool flagged, string words, CancellationToken cancellationToken)
    {
        if (await lookup.OpenAsync(session, look, cancellationToken) is not { } account)
            return false;
        return await ledger.RecordAsync(
            write => flagged
                ? write.ExecuteAsync(LookupStatements.Flag, ("account", account), ("by", session.Staff.Subject.Value), ("now", clock.GetUtcNow().ToUnixTimeMilliseconds()))
                : write.ExecuteAsync(LookupStatements.Unflag, ("account", account)),
            rows => rows == 0 ? Recorded.Nothing : SupportRecords.Of(session.Staff, account, flagged ? AuditEvents.SupportFlagged : AuditEvents.SupportUnflagged, words),
            cancellationToken) > 0;
    }

    /// <summary>The passkeys of the account, for whoever has to say which one is lost.</summary>
    public async Task<IReadOnlyList<Passkey>> PasskeysAsync(StaffSession session, Guid look, CancellationToken cancellationToken) =>
        await lookup.OpenAsync(session, look, cancellationToken) is { } account
            ? await database.ReadAsync(read => read.ListAsync(PasskeyStatements.List, Passkey.Of, ("account", account)), cancellationToken)
            : [];

    /// <summary>The telephones of the account, masked, for whoever has to say which one is lost.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Masked)>> PhonesAsync(StaffSession session, Guid look, CancellationToken cancellationToken) =>
        await lookup.OpenAsync(session, look, cancellationToken) is { } account
            ? await database.ReadAsync(read => read.ListAsync(PhoneStatements.List, row => (row.GetGuid(0), Masked.Phone(row.GetString(1)) ?? ""), ("account", account)), cancellationToken)
            : [];

    internal async Task<FiledAccount?> FindAsync(StaffSession session, Guid look, CancellationToken cancellationToken) =>
        await lookup.OpenAsync(session, look, cancellationToken) is { } id
            ? await database.ReadAsync(read => read.FirstAsync(LookupStatements.Account, FiledAccount.Of, ("id", id)), cancellationToken)
            : null;
}
