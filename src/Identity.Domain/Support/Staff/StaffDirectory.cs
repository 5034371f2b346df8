using Identity.Domain.Audit;
using Identity.Domain.Storage;
using Identity.Domain.Support.Roles;

namespace Identity.Domain.Support.Staff;

/// <summary>
/// Who works here: witnessed by another, gone at a word. Every change stands on the chain of whoever it is about, with the
/// name of whoever made it. Inviting is <see cref="StaffInvitations"/>. Safe for concurrent use.
/// </summary>
public sealed class StaffDirectory(IDatabase database, Ledger ledger, StaffPolicy policy, RoleAssignments roles, TimeProvider clock)
{
    /// <summary>Everybody who is here, or invited.</summary>
    public Task<IReadOnlyList<StaffMember>> ListAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(read => read.ListAsync(StaffStatements.List, StaffMember.Of, ("now", Now)), cancellationToken);

    /// <returns>Null when they are not here, or no more.</returns>
    public Task<StaffMember?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        database.ReadAsync(read => read.FirstAsync(StaffStatements.Find, StaffMember.Of, ("id", id), ("now", Now)), cancellationToken);

    /// <summary>What two people hold against each other, so that the one who enrolled is the one who was meant.</summary>
    public async Task<string> MarkAsync(Guid staff, CancellationToken cancellationToken) => StaffSigns.MarkOf(await database.ReadAsync(
        read => read.ListAsync(StaffStatements.Credentials, row => (byte[])row[0], ("staff", staff)), cancellationToken));

    /// <summary>Everybody who has enrolled and waits for <paramref name="witness"/> to say that it was they.</summary>
    public async Task<IReadOnlyList<StaffMember>> WaitingForAsync(StaffSession witness, CancellationToken cancellationToken) =>
        [.. (await ListAsync(cancellationToken)).Where(member => !member.HasJoined && member.Passkeys >= policy.Required && MayWitness(witness, member))];

    /// <summary>Says that it was they who enrolled. From then on they are in, with the role that was proposed for them.</summary>
    /// <returns>False when they are in already, have not enrolled, or it is not for <paramref name="witness"/> to say.</returns>
    public async Task<bool> WitnessAsync(StaffSession witness, Guid staff, CancellationToken cancellationToken) => await ledger.RecordAsync(
        async write =>
        {
            var joined = await write.ExecuteAsync(StaffStatements.Witness, ("id", staff), ("witness", witness.Staff.Id), ("by", witness.Staff.Subject.Value),
                ("manager", witness.May(Permission.ManageStaff)), ("required", policy.Required), ("now", Now));
            return (Joined: joined, Roles: joined == 0 ? [] : await roles.ApproveOfAsync(write, staff, witness.Staff));
        },
        done => done.Joined == 0 ? Recorded.Nothing : new Recorded(
            [Entry(staff, AuditEvents.StaffJoined, witness.Staff.Subject), .. done.Roles.Select(role => RoleAssignments.Entry(staff, AuditEvents.RoleApproved, role, witness.Staff.Subject))], []),
        cancellationToken) is { Joined: > 0 };

    /// <summary>Ends somebody's service at once, with every session and role of theirs.</summary>
    /// <returns>False when it would be oneself or the last operator, or they have left.</returns>
    public async Task<bool> EndAsync(StaffMember by, Guid staff, CancellationToken cancellationToken) => await ledger.RecordAsync(
        async write =>
        {
            if (by.Id == staff || await OperatorsAsync(write, but: staff) == 0 || await write.ExecuteAsync(StaffStatements.Leave, ("id", staff), ("now", Now)) == 0)
                return 0;
            await CloseAsync(write, staff);
            return 1;
        },
        rows => rows == 0 ? Recorded.Nothing : Recorded.Of(Entry(staff, AuditEvents.StaffLeft, by.Subject)), cancellationToken) > 0;

    /// <summary>How many operators are in office, beside one.</summary>
    internal async ValueTask<long> OperatorsAsync(IStatements read, Guid but) =>
        await read.FirstAsync(RoleStatements.Operators, row => row.GetInt64(0), ("now", Now), ("but", but));

    /// <summary>Takes away everything that lets somebody in.</summary>
    internal async ValueTask CloseAsync(IStatements write, Guid staff)
    {
        await write.ExecuteAsync(StaffStatements.EndSessions, ("staff", staff), ("now", Now));
        await write.ExecuteAsync(RoleStatements.EndOfStaff, ("staff", staff), ("now", Now));
        await write.ExecuteAsync(StaffStatements.RemovePasskeys, ("staff", staff));
        await write.ExecuteAsync(StaffStatements.Uninvite, ("staff", staff));
    }

    internal static AuditEntry Entry(Guid staff, string happened, AuditSubject by) => new(AuditSubject.Staff(staff), happened) { Actor = by.Value };

    // The same as the statement says, so that nobody is shown what they would be refused.
    private static bool MayWitness(StaffSession witness, StaffMember member) =>
        member.Id != witness.Staff.Id && member.InvitedBy != witness.Staff.Subject.Value
        && (member.WitnessId is { } named ? named == witness.Staff.Id : witness.May(Permission.ManageStaff));

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();
}
