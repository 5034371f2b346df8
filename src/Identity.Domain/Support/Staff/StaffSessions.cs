using Identity.Domain.Audit;
using Identity.Domain.Sessions;
using Identity.Domain.Storage;
using Identity.Domain.Support.Roles;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Support.Staff;

/// <summary>Sessions of staff: begun by an invitation or a passkey, short when idle, confirmed anew where a decision asks for it.</summary>
public sealed class StaffSessions(IDatabase database, Ledger ledger, RoleTable roles, StaffPolicy policy, IOptions<SupportOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan TouchEvery = TimeSpan.FromSeconds(30);

    /// <summary>Uses up the code of an invitation, and lets whoever typed it enrol.</summary>
    /// <returns>The key for the cookie, or null when there is no such code any more.</returns>
    public async Task<string?> RedeemAsync(InvitationCode code, CancellationToken cancellationToken)
    {
        var key = SessionKey.Create();
        var staff = await ledger.RecordAsync(async write =>
        {
            var invited = await write.FirstAsync(StaffStatements.Redeem, row => (Guid?)row.GetGuid(0), ("code", code.Hash()), ("now", Now));
            if (invited is { } id)
                await StartAsync(write, id, key, confirmed: false);
            return invited;
        }, invited => invited is { } id ? Recorded.Of(new AuditEntry(AuditSubject.Staff(id), AuditEvents.StaffInvitationUsed)) : Recorded.Nothing, cancellationToken);
        return staff is null ? null : key;
    }

    /// <summary>Begins a session by a passkey that was used just now.</summary>
    public Task<string> StartAsync(Guid staff, CancellationToken cancellationToken)
    {
        var key = SessionKey.Create();
        return ledger.RecordAsync(async write =>
        {
            await StartAsync(write, staff, key, confirmed: true);
            return key;
        }, Recorded.Of(new AuditEntry(AuditSubject.Staff(staff), AuditEvents.StaffSignedIn)), cancellationToken);
    }

    /// <returns>The living session that a key opens, or null.</returns>
    public async Task<StaffSession?> FindAsync(string? key, CancellationToken cancellationToken)
    {
        if (key is null || SessionKey.Hash(key) is not { } hash)
            return null;

        var now = clock.GetUtcNow();
        var found = await database.ReadAsync(read => read.FirstAsync(StaffStatements.FindSession, FoundStaffSession.Of,
            ("key", hash), ("now", Now), ("idle", (now - options.Value.Idle).ToUnixTimeMilliseconds())), cancellationToken);
        if (found is null)
            return null;
        if (now - found.LastUsedAt >= TouchEvery)
            await database.WriteAsync(write => write.ExecuteAsync(StaffStatements.TouchSession, ("id", found.Id), ("now", Now)), cancellationToken);

        var stage = StageOf(found.Staff, found.ConfirmedAt);
        var may = roles.Of(stage is StaffStage.In ? found.Staff.Role : null);
        // Whoever lost the role has lost what it lets them break.
        var broken = may.Contains(Permission.BreakGlass) ? found.GlassBrokenUntil : null;
        return new StaffSession(found.Id, found.Staff, stage, found.ConfirmedAt, found.ExpiresAt, broken is null ? may : may.Append(Permission.Reveal).ToHashSet()) { GlassBrokenUntil = broken };
    }

    /// <summary>Whether they used their passkey so lately that a decision counts as theirs.</summary>
    public bool IsFresh(StaffSession session) => session.ConfirmedAt is { } at && clock.GetUtcNow() - at <= options.Value.Fresh;

    /// <summary>When a session that was just used ends, if nobody uses it again.</summary>
    public DateTimeOffset EndOf(StaffSession session)
    {
        var idle = clock.GetUtcNow() + options.Value.Idle;
        return idle < session.ExpiresAt ? idle : session.ExpiresAt;
    }

    /// <summary>Remembers that they used their passkey just now.</summary>
    public async Task<bool> ConfirmAsync(StaffSession session, CancellationToken cancellationToken) => await ledger.RecordAsync(
        write => write.ExecuteAsync(StaffStatements.ConfirmSession, ("id", session.Id), ("staff", session.Staff.Id), ("now", Now)),
        rows => rows == 0 ? Recorded.Nothing : Recorded.Of(new AuditEntry(session.Staff.Subject, AuditEvents.StaffConfirmed)), cancellationToken) > 0;

    /// <summary>Signs out.</summary>
    public Task EndAsync(StaffSession session, CancellationToken cancellationToken) => ledger.RecordAsync(
        write => write.ExecuteAsync(StaffStatements.EndSession, ("id", session.Id), ("now", Now)),
        rows => rows == 0 ? Recorded.Nothing : Recorded.Of(new AuditEntry(session.Staff.Subject, AuditEvents.StaffSignedOut)), cancellationToken);

    // Who holds a code has shown no passkey, whatever passkeys there are.
    private StaffStage StageOf(StaffMember staff, DateTimeOffset? confirmed) =>
        staff.Passkeys < policy.Required || confirmed is null ? StaffStage.Enrolling
        : staff.HasJoined ? StaffStage.In
        : StaffStage.Enrolled;

    private ValueTask<int> StartAsync(IStatements write, Guid staff, string key, bool confirmed) => write.ExecuteAsync(StaffStatements.StartSession,
        ("id", Guid.CreateVersion7(clock.GetUtcNow())), ("key", SessionKey.Hash(key)), ("staff", staff), ("now", Now),
        ("confirmed", confirmed ? Now : null), ("until", (clock.GetUtcNow() + options.Value.Absolute).ToUnixTimeMilliseconds()));

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();
}
