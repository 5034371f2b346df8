using Identity.Domain.Audit;
using Identity.Domain.Storage;
using Identity.Domain.Support.Lookup;
using Identity.Domain.Support.Staff;

namespace Identity.Domain.Support.Oversight;

/// <summary>A record, as an auditor reads it.</summary>
/// <param name="Subject">Whose chain.</param>
/// <param name="Name">Of a colleague, their name; of a citizen nothing.</param>
/// <param name="Sign">Of a colleague, their sign; of a citizen, the reference they were found by.</param>
/// <param name="Events">The newest first; of a citizen, what staff did with the account.</param>
public sealed record FoundRecord(AuditSubject Subject, string? Name, string Sign, IReadOnlyList<AuditedEvent> Events);

/// <summary>
/// Finds the record of a member of staff by their sign, who may have left since, or what staff did with an account by the reference
/// its owner reads out. Whoever reads a record stands in it too.
/// </summary>
public sealed class RecordSearch(IDatabase database, Ledger ledger, AuditHistory history, TimeProvider clock)
{
    /// <summary>The longest text that is looked for.</summary>
    public const int Longest = 12;

    private static readonly Statement BySign = new("staff.by-sign", "SELECT id, sign, name FROM staff WHERE sign = @sign");

    /// <returns>Null when nobody has this sign, and no account this reference.</returns>
    public async Task<FoundRecord?> FindAsync(StaffSession reader, string text, CancellationToken cancellationToken)
    {
        if (await MatchAsync(text, cancellationToken) is not { } found)
            return null;
        await ledger.RecordAsync(_ => ValueTask.FromResult(0), Read(reader.Staff, found), cancellationToken);
        return found with { Events = await history.ListAsync(found.Subject, found.Name is null ? "support." : "", cancellationToken) };
    }

    /// <returns>The record without its events, unread.</returns>
    public async Task<FoundRecord?> MatchAsync(string text, CancellationToken cancellationToken)
    {
        var key = text.Trim().ToUpperInvariant();
        if (key.Length is 0 or > Longest)
            return null;
        return await database.ReadAsync(async read =>
            await read.FirstAsync(BySign, row => new FoundRecord(AuditSubject.Staff(row.GetGuid(0)), row.GetString(2), row.GetString(1), []), ("sign", key))
                ?? await read.FirstAsync(LookupStatements.ByReference, row => new FoundRecord(AuditSubject.Account(row.GetGuid(0)), null, key, []),
                    ("key", key), ("now", clock.GetUtcNow().ToUnixTimeMilliseconds())), cancellationToken);
    }

    private static Recorded Read(StaffMember reader, FoundRecord found)
    {
        var happened = found.Name is null ? AuditEvents.RecordAudited : AuditEvents.StaffAudited;
        var own = new AuditEntry(reader.Subject, happened) { Details = new Dictionary<string, string> { ["subject"] = found.Subject.Value } };
        return found.Subject == reader.Subject
            ? Recorded.Of(own)
            : new([own, new(found.Subject, happened) { Actor = reader.Subject.Value, Details = new Dictionary<string, string> { ["agent"] = reader.Sign } }], []);
    }
}
