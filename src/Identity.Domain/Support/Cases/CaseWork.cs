using System.Data.Common;
using Identity.Domain.Audit;
using Identity.Domain.Contacts;
using Identity.Domain.Storage;
using Identity.Domain.Support.Actions;
using Identity.Domain.Support.Lookup;
using Identity.Domain.Support.Roles;
using Identity.Domain.Support.Staff;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Support.Cases;

/// <summary>A case as its row has it.</summary>
internal sealed record FoundCase(Guid Id, Guid Account, CaseKind Kind, DateTimeOffset OpenedAt, DateTimeOffset DueAt, Guid? Holder, DateTimeOffset? ClosedAt, CaseEnding? Ending, string? HolderSign)
{
    public static FoundCase Of(DbDataReader row) => new(row.GetGuid(0), row.GetGuid(1), Enum.Parse<CaseKind>(row.GetString(2)), Time(row.GetInt64(3)), Time(row.GetInt64(4)),
        row.IsDBNull(5) ? null : row.GetGuid(5), row.IsDBNull(6) ? null : Time(row.GetInt64(6)), row.IsDBNull(7) ? null : Enum.Parse<CaseEnding>(row.GetString(7)), row.IsDBNull(8) ? null : row.GetString(8));

    private static DateTimeOffset Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}

/// <summary>
/// Opens cases, takes them, hands them on and closes them. Whoever has one works on it; every step stands on the chain of the citizen,
/// with its reference, and on that of whoever took it. Safe for concurrent use.
/// </summary>
public sealed class CaseWork(Ledger ledger, AccountFiles files, RoleTable roles, IOptions<SupportOptions> options, TimeProvider clock)
{
    /// <summary>Opens a case of the account that a look keeps open, to look into it again.</summary>
    /// <returns>Its reference; null when the look is over, or has a case.</returns>
    public async Task<string?> OpenAsync(StaffSession session, Guid look, string words, CancellationToken cancellationToken)
    {
        if (await files.FindAsync(session, look, cancellationToken) is not { } account)
            return null;
        return (await ledger.RecordAsync(async write => await OfLookAsync(write, look) is null ? await OpenAsync(write, session, look, account.Id, CaseKind.FollowUp, words) : null,
            opened => opened?.Recorded ?? Recorded.Nothing, cancellationToken))?.Reference;
    }

    /// <summary>Takes a case that nobody has, or whose holder has left.</summary>
    public Task<CaseOutcome> TakeAsync(StaffSession session, string reference, CancellationToken cancellationToken) =>
        WorkAsync(session, reference, AuditEvents.CaseTaken, null, async (write, found) =>
            await write.ExecuteAsync(CaseStatements.Take, ("id", found.Id), ("staff", session.Staff.Id)) > 0 ? CaseOutcome.Done : CaseOutcome.NotTheirs, cancellationToken);

    /// <summary>Gives a case to a colleague, or back for anybody to take.</summary>
    /// <param name="session">Who has it.</param>
    /// <param name="reference">Which.</param>
    /// <param name="sign">Whose it will be; empty for anybody's.</param>
    /// <param name="words">What they have to know.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<CaseOutcome> HandOnAsync(StaffSession session, string reference, string sign, string words, CancellationToken cancellationToken) =>
        WorkAsync(session, reference, AuditEvents.CaseHandedOn, words, async (write, found) =>
        {
            var to = sign.Length == 0 ? null : await ColleagueAsync(write, sign);
            if (sign.Length > 0 && to is null)
                return CaseOutcome.NoSuchColleague;
            return await write.ExecuteAsync(CaseStatements.HandOn, ("id", found.Id), ("by", session.Staff.Id), ("to", to), ("staff", to ?? session.Staff.Id)) > 0
                ? CaseOutcome.Done
                : found.Holder == session.Staff.Id ? CaseOutcome.NoSuchColleague : CaseOutcome.NotTheirs;
        }, cancellationToken);

    /// <summary>Writes down what whoever works on it next has to know.</summary>
    public Task<CaseOutcome> NoteAsync(StaffSession session, string reference, string words, CancellationToken cancellationToken) =>
        WorkAsync(session, reference, AuditEvents.CaseNoted, words,
            (_, found) => ValueTask.FromResult(found.Holder == session.Staff.Id ? CaseOutcome.Done : CaseOutcome.NotTheirs), cancellationToken);

    /// <summary>Closes it. What a colleague was asked for in it and has not decided is closed too.</summary>
    public Task<CaseOutcome> CloseAsync(StaffSession session, string reference, CaseEnding ending, string words, CancellationToken cancellationToken) =>
        WorkAsync(session, reference, AuditEvents.CaseClosed, words, async (write, found) =>
        {
            if (found.Holder != session.Staff.Id)
                return CaseOutcome.NotTheirs;
            if (await write.ExecuteAsync(CaseStatements.Close, ("id", found.Id), ("staff", session.Staff.Id), ("ending", ending.ToString()), ("now", Now)) == 0)
                return CaseOutcome.StillWaits;
            await write.ExecuteAsync(CaseStatements.CloseRequests, ("id", found.Id));
            return CaseOutcome.Done;
        }, cancellationToken, [("ending", ending.ToString())], found => found.Kind is CaseKind.Proof ? [Answer(found.Account, ending)] : []);

    /// <summary>The case that a request belongs to: that of its look, or a new one.</summary>
    /// <returns>The case, and what opening it leaves behind.</returns>
    internal async ValueTask<OpenedCase> OfRequestAsync(IStatements write, StaffSession session, Guid look, Guid account, SupportAction action, string words) =>
        await OfLookAsync(write, look) is { } own ? new(own.Id, own.Reference, Recorded.Nothing) : await OpenAsync(write, session, look, account, CaseKinds.Of(action), words);

    /// <returns>The case of a look, or null when it has none.</returns>
    internal static ValueTask<CaseOfLook?> OfLookAsync(IStatements read, Guid look) =>
        read.FirstAsync(CaseStatements.OfLook, row => new CaseOfLook(row.GetGuid(0), row.GetString(1), !row.IsDBNull(2)), ("look", look));

    private async ValueTask<OpenedCase> OpenAsync(IStatements write, StaffSession session, Guid look, Guid account, CaseKind kind, string words)
    {
        var now = clock.GetUtcNow();
        var (id, reference) = (Guid.CreateVersion7(now), SupportReferences.Create());
        while (await write.ExecuteAsync(CaseStatements.Insert, ("id", id), ("reference", reference), ("account", account), ("kind", kind.ToString()), ("staff", session.Staff.Id),
            ("now", Now), ("due", (now + options.Value.ClockOf(kind)).ToUnixTimeMilliseconds())) == 0)
            reference = SupportReferences.Create();
        await write.ExecuteAsync(CaseStatements.TieLook, ("id", id), ("look", look));
        return new(id, reference, Record(session.Staff, account, AuditEvents.CaseOpened, words, ("case", reference), ("kind", kind.ToString())));
    }

    private async Task<CaseOutcome> WorkAsync(StaffSession session, string reference, string happened, string? words, Func<IStatements, FoundCase, ValueTask<CaseOutcome>> work,
        CancellationToken cancellationToken, IReadOnlyList<(string Key, string Value)>? details = null, Func<FoundCase, IReadOnlyList<Notice>>? told = null)
    {
        if (!session.May(Permission.Act))
            return CaseOutcome.NotTheirs;
        return (await ledger.RecordAsync(
            async write => await write.FirstAsync(CaseStatements.Find, FoundCase.Of, ("reference", reference.ToUpperInvariant())) is { ClosedAt: null } found
                ? (Outcome: await work(write, found), Case: found)
                : (Outcome: CaseOutcome.Closed, Case: null),
            done => done is { Outcome: CaseOutcome.Done, Case: { } found }
                ? Record(session.Staff, found.Account, happened, words, [("case", reference.ToUpperInvariant()), .. details ?? []]) with { Notices = told?.Invoke(found) ?? [] }
                : Recorded.Nothing,
            cancellationToken)).Outcome;
    }

    // Whoever asked a person to look has an answer, whoever opened the case.
    private static Notice Answer(Guid account, CaseEnding ending) =>
        new(account, ending is CaseEnding.Solved ? SupportMessages.AppealSolved : SupportMessages.AppealKept) { To = NoticeAudience.Everywhere };

    private async ValueTask<Guid?> ColleagueAsync(IStatements write, string sign)
    {
        var found = await write.ListAsync(CaseStatements.Colleague, row => (Id: row.GetGuid(0), Role: row.GetString(1)), ("sign", sign.ToUpperInvariant()), ("now", Now));
        return found.Where(each => roles.Of(each.Role).Contains(Permission.Act)).Select(each => (Guid?)each.Id).FirstOrDefault();
    }

    // The note stands on the citizen's chain, so that erasing what is theirs erases it.
    private static Recorded Record(StaffMember staff, Guid account, string happened, string? note, params IReadOnlyList<(string Key, string Value)> details)
    {
        var recorded = SupportRecords.Of(staff, account, happened, null, details);
        return note is null ? recorded : recorded with
        {
            Entries = [.. recorded.Entries.Select(entry => entry.Subject == AuditSubject.Account(account) ? entry with { Personal = new Dictionary<string, string> { ["note"] = note } } : entry)],
        };
    }

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();
}

/// <summary>A case that was opened just now, or before, for a request.</summary>
internal sealed record OpenedCase(Guid Id, string Reference, Recorded Recorded);

/// <summary>The case of a look.</summary>
internal sealed record CaseOfLook(Guid Id, string Reference, bool IsClosed);
