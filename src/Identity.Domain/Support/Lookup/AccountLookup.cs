using System.Data.Common;
using Identity.Domain.Accounts;
using Identity.Domain.Audit;
using Identity.Domain.Contacts;
using Identity.Domain.Limits;
using Identity.Domain.Notifications;
using Identity.Domain.Phones;
using Identity.Domain.SignInIds;
using Identity.Domain.Storage;
using Identity.Domain.Support.Oversight;
using Identity.Domain.Support.Roles;
using Identity.Domain.Support.Staff;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Support.Lookup;

/// <summary>
/// Finds one account by something whole that the caller has told. Nothing can be browsed: every look has a reason, is counted,
/// stands on the citizen's chain and on that of whoever looked, and opens the account to nobody else. A look that finds nothing
/// is counted and written alike, so that guessing shows.
/// </summary>
public sealed class AccountLookup(IDatabase database, Ledger ledger, PhoneReader phones, IOptions<SupportOptions> options, TimeProvider clock)
{
    /// <summary>How long a look keeps an account open.</summary>
    public static readonly TimeSpan Open = TimeSpan.FromMinutes(30);

    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    private sealed record Match(Guid Id, string? EmailKey, Guid? Case)
    {
        public static Match Of(DbDataReader row) => new(row.GetGuid(0), row.IsDBNull(2) ? null : row.GetString(2), row.FieldCount > 3 ? row.GetGuid(3) : null);
    }

    private sealed record Decided(LookOutcome Outcome, Guid? Account, IReadOnlyList<Message> Alarms);

    /// <summary>Looks.</summary>
    public async Task<LookOutcome> FindAsync(StaffSession session, LookRequest request, CancellationToken cancellationToken)
    {
        var look = Guid.CreateVersion7(clock.GetUtcNow());
        var decided = await ledger.RecordAsync(write => DecideAsync(write, session, look, request), decided => Record(session, look, request, decided), cancellationToken);
        return decided.Outcome;
    }

    /// <returns>What a look of theirs still keeps open, or null.</returns>
    internal async Task<Guid?> OpenAsync(StaffSession session, Guid look, CancellationToken cancellationToken) => await database.ReadAsync(
        read => read.FirstAsync(LookupStatements.Open, row => (Guid?)row.GetGuid(0), ("id", look), ("staff", session.Staff.Id), ("now", Now)), cancellationToken);

    private async ValueTask<Decided> DecideAsync(IStatements write, StaffSession session, Guid look, LookRequest request)
    {
        var (staff, now) = (session.Staff, clock.GetUtcNow());
        await write.FirstAsync(LookupStatements.Lock, row => row.GetGuid(0), ("staff", staff.Id));
        var earlier = await write.ListAsync(LookupStatements.Since, row => DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(0)),
            ("staff", staff.Id), ("since", (now - Window).ToUnixTimeMilliseconds()));
        if (new WindowPolicy(options.Value.LooksPerHour, Window).Decide(earlier, now) is LimitDecision.RetryAt(var time))
            return new(new LookOutcome.TooMany(time), null, []);

        var match = await MatchAsync(write, request);
        var (outcome, account) = await JudgeAsync(write, session, look, match);
        await write.ExecuteAsync(LookupStatements.Insert, ("id", look), ("staff", staff.Id), ("account", outcome is LookOutcome.Opened ? account : null), ("case", match?.Case),
            ("reason", request.Reason.ToString()), ("now", Now), ("until", (now + Open).ToUnixTimeMilliseconds()));
        return new(outcome, account, await LookAlarms.OfAsync(write, staff, outcome is not LookOutcome.Opened, options.Value, now));
    }

    private static async ValueTask<(LookOutcome Outcome, Guid? Account)> JudgeAsync(IStatements write, StaffSession session, Guid look, Match? match)
    {
        if (match is null)
            return (new LookOutcome.None(), null);
        if (match.Id == session.Staff.AccountId || match.EmailKey == session.Staff.EmailKey)
            return (new LookOutcome.OwnAccount(), match.Id);
        var flagged = await write.FirstAsync(LookupStatements.IsFlagged, row => row.GetInt32(0), ("account", match.Id)) == 1;
        return (flagged && !session.May(Permission.Flag) && !session.HasBrokenGlass ? new LookOutcome.Flagged() : new LookOutcome.Opened(look), match.Id);
    }

    private async ValueTask<Match?> MatchAsync(IStatements write, LookRequest request)
    {
        var text = request.Text.Trim();
        var (statement, key) = request.By switch
        {
            LookBy.Reference => (LookupStatements.ByReference, text.ToUpperInvariant()),
            LookBy.Case => (LookupStatements.ByCase, text.ToUpperInvariant()),
            LookBy.Phone => (LookupStatements.ByPhone, phones.Read(text) is PhoneReading.Read(var number) ? number.E164 : ""),
            LookBy.SignInId => (LookupStatements.BySignInId, SignInId.Read(text)?.Text ?? ""),
            _ => (LookupStatements.ByEmail, EmailAddress.Read(text) is EmailReading.Read(var address) ? address.Key : ""),
        };
        var found = key.Length == 0 ? [] : await write.ListAsync(statement, Match.Of, ("key", key), ("now", Now));
        return found.Count == 1 ? found[0] : null;
    }

    private static Recorded Record(StaffSession session, Guid look, LookRequest request, Decided decided)
    {
        var happened = decided.Outcome switch
        {
            LookOutcome.Opened => AuditEvents.SupportLooked,
            LookOutcome.None => AuditEvents.SupportFoundNone,
            LookOutcome.TooMany => AuditEvents.SupportLookedTooOften,
            _ => AuditEvents.SupportLookRefused,
        };
        List<(string, string)> details = [("reason", request.Reason.ToString()), ("by", request.By.ToString()), ("look", look.ToString("D"))];
        List<Notice> notices = [];
        if (session.HasBrokenGlass && decided is { Outcome: LookOutcome.Opened, Account: { } account })
        {
            details.Add(("glass", "broken"));
            notices.Add(new(account, SupportMessages.GlassLooked) { To = NoticeAudience.Everywhere, Values = new Dictionary<string, string> { ["agent"] = session.Staff.Sign } });
        }

        return SupportRecords.With(session.Staff, decided.Account, happened, request.Words, notices, details) with { Messages = decided.Alarms };
    }

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();
}
