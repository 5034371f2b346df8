using Identity.Domain.Audit;
using Identity.Domain.Limits;
using Identity.Domain.Notifications;
using Identity.Domain.Storage;
using Identity.Domain.Support.Roles;
using Identity.Domain.Support.Staff;

namespace Identity.Domain.Support.Oversight;

/// <summary>What became of breaking the glass.</summary>
public enum GlassOutcome
{
    /// <summary>It is broken for half an hour.</summary>
    Broken,

    /// <summary>It is broken already.</summary>
    Already,

    /// <summary>They broke it often enough today.</summary>
    TooMany,

    /// <summary>Their role does not let them, or they used their passkey too long ago.</summary>
    Refused,
}

/// <summary>
/// For an emergency in which no supervisor can be had: opens what only supervisors may open, and nothing that two people have to
/// agree on. Every supervisor is told at once, so is each citizen whose account is opened by it, and every such look is reviewed.
/// </summary>
public sealed class BreakGlass(Ledger ledger, StaffSessions sessions, DayBudgets budgets, TimeProvider clock)
{
    /// <summary>How long it stays broken.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(30);

    /// <summary>How often somebody may, within a day.</summary>
    public const int MostADay = 2;

    private sealed record Broken(GlassOutcome Outcome, IReadOnlyList<Message> Alarms);

    /// <summary>Breaks it.</summary>
    /// <param name="session">For whom, with a passkey that was used just now.</param>
    /// <param name="words">Why, in their own words.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<GlassOutcome> BreakAsync(StaffSession session, string words, CancellationToken cancellationToken)
    {
        if (!session.May(Permission.BreakGlass) || !sessions.IsFresh(session))
            return GlassOutcome.Refused;
        var done = await ledger.RecordAsync(write => BreakAsync(write, session.Staff), broken => broken.Outcome is GlassOutcome.Broken
            ? SupportRecords.Of(session.Staff, null, AuditEvents.GlassBroken, words) with { Messages = broken.Alarms }
            : Recorded.Nothing, cancellationToken);
        return done.Outcome;
    }

    private async ValueTask<Broken> BreakAsync(IStatements write, StaffMember staff)
    {
        var now = clock.GetUtcNow();
        if (await write.ExecuteAsync(BreakGlassStatements.Insert, ("id", Guid.CreateVersion7(now)), ("staff", staff.Id),
            ("now", now.ToUnixTimeMilliseconds()), ("until", (now + Life).ToUnixTimeMilliseconds())) == 0)
            return new(GlassOutcome.Already, []);
        if (await budgets.SpendAsync(write, "support-break-glass", staff.Id.ToString("D"), MostADay) is LimitDecision.RetryAt)
        {
            await write.ExecuteAsync(BreakGlassStatements.Mend, ("staff", staff.Id), ("now", now.ToUnixTimeMilliseconds()));
            return new(GlassOutcome.TooMany, []);
        }

        return new(GlassOutcome.Broken, await Supervisors.TellAsync(write, SupportMessages.GlassBroken, staff, now));
    }
}
