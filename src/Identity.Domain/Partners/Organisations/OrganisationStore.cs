using System.Data.Common;
using Identity.Domain.Audit;
using Identity.Domain.Storage;
using Identity.Domain.Storage.Snapshots;

namespace Identity.Domain.Partners.Organisations;

/// <summary>Partners' organisations, and whose they are. Safe for concurrent use.</summary>
public sealed class OrganisationStore(IDatabase database, Ledger ledger, ClientDirectory clients, TimeProvider clock)
{
    /// <summary>Creates one, whose only owner is whoever does.</summary>
    /// <param name="account">Who they are.</param>
    /// <param name="name">Its name, of at most <see cref="PartnerOrganisation.LongestName"/> characters.</param>
    /// <returns>Null when this account has created as many as it may within a day.</returns>
    public async Task<PartnerOrganisation?> CreateAsync(Guid account, string name, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(name.Length, PartnerOrganisation.LongestName);
        var now = clock.GetUtcNow();
        var organisation = new PartnerOrganisation(Guid.CreateVersion7(now), name, now);
        return await ledger.RecordAsync(async write =>
        {
            var made = await write.FirstAsync(OrganisationStatements.CountCreated, row => row.GetInt64(0), ("account", account), ("since", now.AddDays(-1).ToUnixTimeMilliseconds()));
            if (made >= PartnerOrganisation.MostADay)
                return false;
            await write.ExecuteAsync(OrganisationStatements.Insert, ("id", organisation.Id), ("name", name), ("account", account), ("now", now.ToUnixTimeMilliseconds()));
            await JoinAsync(write, organisation.Id, account, PartnerRole.Owner);
            return true;
        }, made => made ? Recorded.Of(Entry(organisation.Id, AuditEvents.OrganisationCreated, account)) : Recorded.Nothing, cancellationToken) ? organisation : null;
    }

    /// <summary>Gives it another name.</summary>
    public async Task RenameAsync(Membership by, string name, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(name.Length, PartnerOrganisation.LongestName);
        await ledger.RecordAsync(async write =>
        {
            await write.ExecuteAsync(OrganisationStatements.Rename, ("id", by.Organisation.Id), ("name", name));
            return await SnapshotVersions.BumpAsync(write, ClientDirectory.SnapshotName);
        }, Recorded.Of(Entry(by.Organisation.Id, AuditEvents.OrganisationRenamed, by.AccountId)), cancellationToken);
        await clients.RefreshAsync(cancellationToken);
    }

    /// <returns>What an account is in an organisation now; null for somebody who does not belong to it, and for one that is none.</returns>
    public Task<Membership?> FindAsync(Guid organisation, Guid account, CancellationToken cancellationToken) =>
        database.ReadAsync(read => FindAsync(read, organisation, account), cancellationToken);

    /// <returns>Every organisation that an account belongs to, by name.</returns>
    public Task<IReadOnlyList<Membership>> ListAsync(Guid account, CancellationToken cancellationToken) =>
        database.ReadAsync(read => read.ListAsync(OrganisationStatements.PlacesOf, Place, ("account", account)), cancellationToken);

    internal static ValueTask<Membership?> FindAsync(IStatements read, Guid organisation, Guid account) =>
        read.FirstAsync(OrganisationStatements.Place, Place, ("id", organisation), ("account", account));

    internal ValueTask<int> JoinAsync(IStatements write, Guid organisation, Guid account, PartnerRole role) => write.ExecuteAsync(
        OrganisationStatements.Join, ("id", organisation), ("account", account), ("role", (int)role), ("now", clock.GetUtcNow().ToUnixTimeMilliseconds()));

    internal static AuditEntry Entry(Guid organisation, string what, Guid by, params (string Name, string Value)[] details) =>
        new(AuditSubject.Organisation(organisation), what) { Actor = AuditSubject.Account(by).Value, Details = details.ToDictionary(detail => detail.Name, detail => detail.Value) };

    private static Membership Place(DbDataReader row) => new(
        new PartnerOrganisation(row.GetGuid(0), row.GetString(1), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2))), row.GetGuid(3), (PartnerRole)row.GetInt32(4));
}
