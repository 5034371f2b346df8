using Identity.Domain.Accounts;
using Identity.Domain.Audit;
using Identity.Domain.Contacts;
using Identity.Domain.Notifications;
using Identity.Domain.Partners.Registration;
using Identity.Domain.Storage;

namespace Identity.Domain.Partners.Organisations;

/// <summary>What came of taking an invitation.</summary>
public enum JoinOutcome
{
    Joined,

    /// <summary>It is over, was taken, or never was.</summary>
    Over,

    /// <summary>As many belong to the organisation as may.</summary>
    Full,
}

/// <summary>
/// Places in an organisation that were offered. The link goes to the address alone, counts once and for a week; whoever takes
/// it does so as themselves, and every owner is told who that was.
/// </summary>
public sealed class Invitations(IDatabase database, Ledger ledger, OrganisationStore organisations, Colleagues colleagues, TimeProvider clock)
{
    /// <summary>For how long one counts.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(7);

    /// <summary>How many of one organisation may be open at a time.</summary>
    public const int Most = 50;

    /// <param name="by">Who offers it.</param>
    /// <param name="email">To whom.</param>
    /// <param name="role">As what.</param>
    /// <param name="page">Makes the address of the page that takes it out of its key.</param>
    /// <param name="locale">The language of the message.</param>
    /// <returns>False when too many are open.</returns>
    public async Task<bool> InviteAsync(Membership by, EmailAddress email, PartnerRole role, Func<string, Uri> page, string locale, CancellationToken cancellationToken)
    {
        if ((await ListAsync(by.Organisation.Id, cancellationToken)).Count >= Most)
            return false;
        var (key, now) = (SecretToken.Make(), clock.GetUtcNow());
        var values = new Dictionary<string, string> { ["organisation"] = by.Organisation.Name, ["link"] = page(key).AbsoluteUri };
        await ledger.RecordAsync(write => write.ExecuteAsync(OrganisationStatements.Invite,
            ("invitation", Guid.CreateVersion7(now)), ("id", by.Organisation.Id), ("key", SecretToken.Hash(key)), ("email", email.Spelling), ("role", (int)role), ("until", (now + Life).ToUnixTimeMilliseconds())),
            Recorded.Of(OrganisationStore.Entry(by.Organisation.Id, AuditEvents.OrganisationInvited, by.AccountId, ("role", role.ToString())),
                new Message(MessageChannel.Email, email.Spelling, OrganisationMessages.Invited, locale, values) { Life = Life }), cancellationToken);
        return true;
    }

    /// <returns>Those that nobody has taken.</returns>
    public Task<IReadOnlyList<OpenInvitation>> ListAsync(Guid organisation, CancellationToken cancellationToken) => database.ReadAsync(read => read.ListAsync(
        OrganisationStatements.Invitations, row => new OpenInvitation(row.GetGuid(0), row.GetString(1), (PartnerRole)row.GetInt32(2), Time(row.GetInt64(3))),
        ("id", organisation), ("now", Now)), cancellationToken);

    /// <summary>Its link counts no more.</summary>
    public Task WithdrawAsync(Membership by, Guid invitation, CancellationToken cancellationToken) => ledger.RecordAsync(
        write => write.ExecuteAsync(OrganisationStatements.Withdraw, ("id", by.Organisation.Id), ("invitation", invitation)),
        done => done > 0 ? Recorded.Of(OrganisationStore.Entry(by.Organisation.Id, AuditEvents.OrganisationInvitationWithdrawn, by.AccountId)) : Recorded.Nothing, cancellationToken);

    /// <returns>What a link offers; null for one that does not count.</returns>
    public Task<OfferedPlace?> FindAsync(string key, CancellationToken cancellationToken) => database.ReadAsync(read => read.FirstAsync(
        OrganisationStatements.Offer, row => new OfferedPlace(row.GetGuid(0), new(row.GetGuid(3), row.GetString(4), Time(row.GetInt64(5))), (PartnerRole)row.GetInt32(1), Time(row.GetInt64(2))),
        ("key", SecretToken.Hash(key)), ("now", Now)), cancellationToken);

    /// <summary>Takes it. Whoever belongs to the organisation already keeps the role they have.</summary>
    /// <param name="account">Who takes it.</param>
    public async Task<JoinOutcome> AcceptAsync(string key, Guid account, CancellationToken cancellationToken)
    {
        if (await FindAsync(key, cancellationToken) is not { } offered)
            return JoinOutcome.Over;
        var owners = (await colleagues.ListAsync(offered.Organisation.Id, cancellationToken)).Where(colleague => colleague.Role is PartnerRole.Owner);
        return await ledger.RecordAsync(async write =>
        {
            await write.ExecuteAsync(OrganisationStatements.Take, ("id", offered.Organisation.Id));
            if (await write.FirstAsync(OrganisationStatements.Count, row => row.GetInt64(0), ("id", offered.Organisation.Id)) >= PartnerOrganisation.MostMembers)
                return JoinOutcome.Full;
            if (await write.ExecuteAsync(OrganisationStatements.TakeOffer, ("key", SecretToken.Hash(key)), ("now", Now)) == 0)
                return JoinOutcome.Over;
            await organisations.JoinAsync(write, offered.Organisation.Id, account, offered.Role);
            return JoinOutcome.Joined;
        }, outcome => outcome is JoinOutcome.Joined ? Told(offered, account, owners) : Recorded.Nothing, cancellationToken);
    }

    private static Recorded Told(OfferedPlace offered, Guid account, IEnumerable<Colleague> owners) =>
        new([OrganisationStore.Entry(offered.Organisation.Id, AuditEvents.OrganisationJoined, account, ("role", offered.Role.ToString()))], [])
        {
            Notices = [.. owners.Select(owner => new Notice(owner.AccountId, OrganisationMessages.Joined) { Values = new Dictionary<string, string> { ["organisation"] = offered.Organisation.Name } })],
        };

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    private static DateTimeOffset Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
