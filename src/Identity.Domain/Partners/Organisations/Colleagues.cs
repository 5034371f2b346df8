using System.Globalization;
using Identity.Domain.Audit;
using Identity.Domain.Contacts;
using Identity.Domain.Storage;

namespace Identity.Domain.Partners.Organisations;

/// <summary>Who belongs to an organisation. It never loses its last owner, whoever acts at the same moment.</summary>
public sealed class Colleagues(IDatabase database, Ledger ledger)
{
    /// <returns>Everybody, owners first.</returns>
    public Task<IReadOnlyList<Colleague>> ListAsync(Guid organisation, CancellationToken cancellationToken) => database.ReadAsync(read => read.ListAsync(
        OrganisationStatements.Colleagues,
        row => new Colleague(row.GetGuid(0), row.GetString(1), row.GetString(2), (PartnerRole)row.GetInt32(3), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(4))),
        ("id", organisation)), cancellationToken);

    /// <summary>Gives somebody another role; it counts from their next request.</summary>
    /// <returns>False where it would leave nobody to own the organisation, or they do not belong to it.</returns>
    public Task<bool> SetRoleAsync(Membership by, Guid account, PartnerRole role, CancellationToken cancellationToken) =>
        ChangeAsync(by, account, AuditEvents.OrganisationRoleGiven, OrganisationMessages.RoleGiven, OrganisationStatements.SetRole, role, cancellationToken);

    /// <summary>Takes somebody out, or lets them go who wants to; it counts from their next request.</summary>
    /// <returns>As above.</returns>
    public Task<bool> RemoveAsync(Membership by, Guid account, CancellationToken cancellationToken) =>
        ChangeAsync(by, account, AuditEvents.OrganisationLeft, OrganisationMessages.Left, OrganisationStatements.Leave, PartnerRole.Viewer, cancellationToken);

    private async Task<bool> ChangeAsync(Membership by, Guid account, string what, string notice, Statement statement, PartnerRole role, CancellationToken cancellationToken)
    {
        var id = by.Organisation.Id;
        var entry = OrganisationStore.Entry(id, what, by.AccountId, ("account", account.ToString("D")), ("role", ((int)role).ToString(CultureInfo.InvariantCulture)));
        return await ledger.RecordAsync(async write =>
        {
            await write.ExecuteAsync(OrganisationStatements.Take, ("id", id));
            // Whoever was an owner when the page opened may be none any more.
            if (await OrganisationStore.FindAsync(write, id, by.AccountId) is not { } now || (!now.May(PartnerRight.Manage) && by.AccountId != account))
                return false;
            return await write.ExecuteAsync(statement, ("id", id), ("account", account), ("role", (int)role), ("owner", (int)PartnerRole.Owner)) > 0;
        }, done => done ? Recorded.Of(entry, new Notice(account, notice) { Values = Values(by) }) : Recorded.Nothing, cancellationToken);
    }

    private static Dictionary<string, string> Values(Membership by) => new() { ["organisation"] = by.Organisation.Name };
}
