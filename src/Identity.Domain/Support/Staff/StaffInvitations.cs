using System.Security.Cryptography;
using Identity.Domain.Audit;
using Identity.Domain.Storage;
using Identity.Domain.Support.Roles;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Support.Staff;

/// <summary>Invites people to work here, each with a code that works once, and again when they have lost their passkeys.</summary>
public sealed class StaffInvitations(IDatabase database, Ledger ledger, StaffDirectory directory, IOptions<SupportOptions> options, TimeProvider clock)
{
    /// <summary>The address of an invitation stands with somebody who is here: nothing of the invitation is stored.</summary>
    private sealed class AlreadyHereException : Exception;

    /// <returns>How many operators are in office.</returns>
    public async Task<long> OperatorsAsync(CancellationToken cancellationToken) =>
        await database.ReadAsync(read => directory.OperatorsAsync(read, but: Guid.Empty), cancellationToken);

    /// <summary>Invites somebody, and proposes their role. Whoever witnesses their enrolment approves it.</summary>
    public async Task<InviteOutcome> InviteAsync(Invitee invitee, AuditSubject by, CancellationToken cancellationToken) =>
        (await InviteAsync([invitee], by, cancellationToken))[0];

    /// <summary>Invites two operators, each the other's witness: both or neither.</summary>
    public Task<IReadOnlyList<InviteOutcome>> InvitePairAsync(Invitee first, Invitee second, AuditSubject by, CancellationToken cancellationToken) =>
        InviteAsync([first, second], by, cancellationToken);

    /// <summary>Takes the lost passkeys of somebody away and invites them anew. Another has to witness that it is they who come back.</summary>
    public async Task<InviteOutcome> RenewAsync(StaffMember by, StaffMember lost, CancellationToken cancellationToken)
    {
        if (by.Id == lost.Id)
            return new InviteOutcome.Refused();
        var code = InvitationCode.Create();
        var renewed = await ledger.RecordAsync(async write =>
        {
            if (await write.ExecuteAsync(StaffStatements.Renew, ("id", lost.Id), ("by", by.Subject.Value)) == 0)
                return false;
            await directory.CloseAsync(write, lost.Id);
            await SendAsync(write, lost.Id, code, lost.Role, by.Subject);
            return true;
        }, done => done ? Recorded.Of(StaffDirectory.Entry(lost.Id, AuditEvents.StaffPasskeysLost, by.Subject)) : Recorded.Nothing, cancellationToken);
        return renewed ? new InviteOutcome.Invited(lost.Id, code, Until) : new InviteOutcome.Refused();
    }

    private async Task<IReadOnlyList<InviteOutcome>> InviteAsync(IReadOnlyList<Invitee> invitees, AuditSubject by, CancellationToken cancellationToken)
    {
        var invited = invitees.Select(invitee => (Invitee: invitee, Id: Guid.CreateVersion7(clock.GetUtcNow()), Code: InvitationCode.Create())).ToList();
        try
        {
            await ledger.RecordAsync(async write =>
            {
                foreach (var (invitee, id, code) in invited)
                {
                    Guid? witness = invited.Count == 2 ? invited.Single(other => other.Id != id).Id : null;
                    if (await InsertAsync(write, id, invitee, by, witness) == 0)
                        throw new AlreadyHereException();
                    await SendAsync(write, id, code, invitee.Role, by);
                }
                return 0;
            }, new Recorded([.. invited.SelectMany(one => new[]
            {
                StaffDirectory.Entry(one.Id, AuditEvents.StaffInvited, by),
                RoleAssignments.Entry(one.Id, AuditEvents.RoleProposed, one.Invitee.Role, by),
            })], []), cancellationToken);
        }
        catch (AlreadyHereException)
        {
            return [.. invited.Select(_ => new InviteOutcome.AlreadyHere())];
        }

        return [.. invited.Select(one => new InviteOutcome.Invited(one.Id, one.Code, Until))];
    }

    private ValueTask<int> InsertAsync(IStatements write, Guid id, Invitee invitee, AuditSubject by, Guid? witness) => write.ExecuteAsync(StaffStatements.Insert,
        ("id", id), ("sign", StaffSigns.New()), ("name", invitee.Name), ("email", invitee.Email.Spelling), ("key", invitee.Email.Key),
        ("own", (invitee.Own ?? invitee.Email).Key), ("seed", RandomNumberGenerator.GetBytes(16)), ("by", by.Value), ("witness", witness), ("now", Now));

    private async ValueTask SendAsync(IStatements write, Guid staff, InvitationCode code, string? role, AuditSubject by)
    {
        await write.ExecuteAsync(StaffStatements.Invite, ("code", code.Hash()), ("staff", staff), ("until", Until.ToUnixTimeMilliseconds()));
        if (role is not null)
            await write.ExecuteAsync(RoleStatements.Propose, ("id", Guid.CreateVersion7(clock.GetUtcNow())), ("staff", staff), ("role", role),
                ("by", by.Value), ("now", Now), ("until", (clock.GetUtcNow() + RoleAssignments.Waits).ToUnixTimeMilliseconds()));
    }

    private DateTimeOffset Until => clock.GetUtcNow() + options.Value.Invitation;

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();
}
