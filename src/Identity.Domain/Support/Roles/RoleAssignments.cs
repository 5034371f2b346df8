using Identity.Domain.Audit;
using Identity.Domain.Storage;
using Identity.Domain.Support.Staff;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Support.Roles;

/// <summary>A role that waits for a second person.</summary>
public sealed record ProposedRole(Guid Id, Guid StaffId, string Name, string Sign, string Role, string ProposedBy, DateTimeOffset ExpiresAt);

/// <summary>
/// Gives roles: one proposes, another approves, neither for themselves, and every role ends by itself. Somebody has one role at
/// a time. Safe for concurrent use.
/// </summary>
public sealed class RoleAssignments(IDatabase database, Ledger ledger, IOptions<SupportOptions> options, TimeProvider clock)
{
    /// <summary>How long a proposal waits.</summary>
    public static readonly TimeSpan Waits = TimeSpan.FromDays(7);

    /// <summary>What waits for a second person.</summary>
    public Task<IReadOnlyList<ProposedRole>> WaitingAsync(CancellationToken cancellationToken) => database.ReadAsync(
        read => read.ListAsync(RoleStatements.Waiting, row => new ProposedRole(row.GetGuid(0), row.GetGuid(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5),
            DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(6))), ("now", Now)), cancellationToken);

    /// <summary>Proposes a role for somebody else.</summary>
    /// <returns>False for oneself, for a role that is none, or while another proposal waits.</returns>
    public async Task<bool> ProposeAsync(StaffMember by, Guid staff, string role, CancellationToken cancellationToken) =>
        by.Id != staff && RoleTable.Names.Contains(role) && await ledger.RecordAsync(
            write => write.ExecuteAsync(RoleStatements.Propose, ("id", Guid.CreateVersion7(clock.GetUtcNow())), ("staff", staff), ("role", role),
                ("by", by.Subject.Value), ("now", Now), ("until", (clock.GetUtcNow() + Waits).ToUnixTimeMilliseconds())),
            rows => rows == 0 ? Recorded.Nothing : Recorded.Of(Entry(staff, AuditEvents.RoleProposed, role, by.Subject)), cancellationToken) > 0;

    /// <summary>Approves what another proposed; the role they had before ends.</summary>
    /// <returns>False for one's own proposal or role, and for what waits no more.</returns>
    public async Task<bool> ApproveAsync(StaffMember by, Guid proposal, CancellationToken cancellationToken) => await ledger.RecordAsync(
        async write =>
        {
            var approved = await write.FirstAsync(RoleStatements.Approve, row => (Staff: (Guid?)row.GetGuid(0), Role: row.GetString(1)), ("id", proposal),
                ("by", by.Subject.Value), ("approver", by.Id), ("now", Now), ("until", Until));
            if (approved.Staff is { } staff)
                await write.ExecuteAsync(RoleStatements.EndOthers, ("staff", staff), ("id", proposal), ("now", Now));
            return approved;
        },
        approved => approved.Staff is { } staff ? Recorded.Of(Entry(staff, AuditEvents.RoleApproved, approved.Role, by.Subject)) : Recorded.Nothing,
        cancellationToken) is { Staff: not null };

    /// <summary>Declines a proposal.</summary>
    /// <returns>False when it waits no more.</returns>
    public async Task<bool> DeclineAsync(StaffMember by, Guid proposal, CancellationToken cancellationToken) => await ledger.RecordAsync(
        write => write.FirstAsync(RoleStatements.Decline, row => (Staff: (Guid?)row.GetGuid(0), Role: row.GetString(1)), ("id", proposal), ("now", Now)),
        ended => ended.Staff is { } staff ? Recorded.Of(Entry(staff, AuditEvents.RoleEnded, ended.Role, by.Subject)) : Recorded.Nothing,
        cancellationToken) is { Staff: not null };

    /// <summary>Approves what was proposed for somebody together with their enrolment.</summary>
    internal ValueTask<IReadOnlyList<string>> ApproveOfAsync(IStatements write, Guid staff, StaffMember by) => write.ListAsync(RoleStatements.ApproveOfStaff,
        row => row.GetString(0), ("staff", staff), ("by", by.Subject.Value), ("approver", by.Id), ("now", Now), ("until", Until));

    internal static AuditEntry Entry(Guid staff, string happened, string role, AuditSubject by) =>
        StaffDirectory.Entry(staff, happened, by) with { Details = new Dictionary<string, string> { ["role"] = role } };

    private long Until => (clock.GetUtcNow() + options.Value.Role).ToUnixTimeMilliseconds();

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();
}
