using System.Buffers.Text;
using System.Data.Common;
using System.Security.Cryptography;
using Identity.Domain.Audit;
using Identity.Domain.Partners.Organisations;
using Identity.Domain.Storage;

namespace Identity.Domain.Partners.Applications;

/// <summary>
/// The applications of an organisation: made, changed and removed by its people, by the same rules as every other registration and
/// those of <see cref="ApplicationRules"/>. What an organisation does not own it does not find. Safe for concurrent use.
/// </summary>
public sealed class PartnerApplications(IDatabase database, Ledger ledger, ClientStore store, ApplicationRules rules)
{
    /// <summary>How the client ID of an application begins that was made here.</summary>
    public const string Prefix = "app-";

    private const int LongestSearch = 100;

    private static readonly Statement List = new("applications.list",
        $"SELECT registration, version, updated_at FROM clients WHERE organisation_id = @organisation AND client_id > @after ORDER BY client_id LIMIT {Application.PageSize + 1}");

    private static readonly Statement Search = new("applications.search",
        """
        SELECT registration, version, updated_at FROM clients WHERE organisation_id = @organisation
            AND (LOWER(client_id) LIKE @words ESCAPE '!' OR LOWER(registration) LIKE @words ESCAPE '!') ORDER BY client_id LIMIT 50
        """);

    private static readonly Statement Find = new("applications.find", "SELECT registration, version, updated_at FROM clients WHERE client_id = @client AND organisation_id = @organisation");

    private static readonly Statement Count = new("applications.count", "SELECT COUNT(*) FROM clients WHERE organisation_id = @organisation");

    private static readonly Statement Versions = new("client-versions.list",
        "SELECT version, registration, actor, at FROM client_versions WHERE client_id = @client AND version < @before ORDER BY version DESC LIMIT 50");

    private static readonly Statement OneVersion = new("client-versions.find", "SELECT version, registration, actor, at FROM client_versions WHERE client_id = @client AND version = @version");

    /// <param name="after">The last client ID of the page before; null for the first.</param>
    public async Task<ApplicationPage> ListAsync(Guid organisation, string? after, CancellationToken cancellationToken)
    {
        var found = await database.ReadAsync(read => read.ListAsync(List, Read, ("organisation", organisation), ("after", after ?? "")), cancellationToken);
        return found.Count > Application.PageSize ? new([.. found.Take(Application.PageSize)], found[Application.PageSize - 1].Client.ClientId) : new(found, null);
    }

    /// <returns>Those, at most fifty, that have the words in their registration, whatever the case.</returns>
    public Task<IReadOnlyList<Application>> SearchAsync(Guid organisation, string words, CancellationToken cancellationToken)
    {
        var bounded = (words.Length > LongestSearch ? words[..LongestSearch] : words).ToLowerInvariant();
        var pattern = $"%{bounded.Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal)}%";
        return database.ReadAsync(read => read.ListAsync(Search, Read, ("organisation", organisation), ("words", pattern)), cancellationToken);
    }

    /// <returns>Null for one that is not there, and for somebody else's.</returns>
    public Task<Application?> FindAsync(Guid organisation, string clientId, CancellationToken cancellationToken) =>
        database.ReadAsync(read => FindAsync(read, organisation, clientId), cancellationToken);

    /// <summary>Registers an application. It is open to its own people alone until it goes live.</summary>
    /// <param name="by">Whose it is to be, and who makes it.</param>
    /// <param name="client">Its registration, without a client ID.</param>
    public async Task<ChangeOutcome> CreateAsync(Membership by, Client client, CancellationToken cancellationToken)
    {
        client = client with { ClientId = Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16)), Issuer = "/", Paused = false, OpenTo = 0, OrganizationName = by.Organisation.Name };
        if (rules.Faults(client, null) is { Count: > 0 } faults)
            return new ChangeOutcome.Refused(faults);
        var made = await ledger.RecordAsync(async write =>
        {
            if (await MayAsync(write, by, PartnerRight.Change) && await write.FirstAsync(Count, row => row.GetInt64(0), ("organisation", by.Organisation.Id)) < Application.Most)
                return await store.WriteAsync(write, client, Actor(by), by.Organisation.Id);
            return 0;
        }, version => version > 0 ? Recorded.Of(Entry(by, client.ClientId, AuditEvents.ClientRegistered)) : Recorded.Nothing, cancellationToken);
        return made > 0 ? await ShownAsync(by, client.ClientId, cancellationToken) : new ChangeOutcome.Refused([new("", $"An organisation may have {Application.Most} applications. Remove one first.")]);
    }

    /// <summary>Puts another registration in the place of one, with what only the operator and going live decide as it was.</summary>
    /// <param name="version">The version they have seen.</param>
    public async Task<ChangeOutcome> ChangeAsync(Membership by, int version, Client after, CancellationToken cancellationToken)
    {
        if (await FindAsync(by.Organisation.Id, after.ClientId, cancellationToken) is not { } before)
            return new ChangeOutcome.Gone();
        after = ApplicationRules.Keep(before.Client, after);
        if (rules.Faults(after, before.Client) is { Count: > 0 } faults)
            return new ChangeOutcome.Refused(faults);
        return await WriteAsync(by, PartnerRight.Change, AuditEvents.ClientChanged, after, version, cancellationToken);
    }

    /// <summary>Ends it: its tokens are worth nothing from then on, and nobody is signed in to it.</summary>
    /// <returns>False where it is not theirs.</returns>
    public async Task<bool> RemoveAsync(Membership by, string clientId, CancellationToken cancellationToken)
    {
        var removed = await ledger.RecordAsync(async write =>
        {
            if (!await MayAsync(write, by, PartnerRight.Change) || await FindAsync(write, by.Organisation.Id, clientId) is null)
                return false;
            await ClientStore.DeleteAsync(write, clientId);
            return true;
        }, done => done ? Recorded.Of(Entry(by, clientId, AuditEvents.ClientRemoved)) : Recorded.Nothing, cancellationToken);
        if (removed)
            await store.ShowAsync(cancellationToken);
        return removed;
    }

    /// <returns>The last fifty states before a version, the newest first.</returns>
    public Task<IReadOnlyList<ApplicationVersion>> HistoryAsync(Application application, int before, CancellationToken cancellationToken) =>
        database.ReadAsync(read => read.ListAsync(Versions, Version, ("client", application.Client.ClientId), ("before", before)), cancellationToken);

    /// <returns>A state as it was; null for one that never was.</returns>
    public Task<ApplicationVersion?> FindVersionAsync(Application application, int version, CancellationToken cancellationToken) =>
        database.ReadAsync(read => read.FirstAsync(OneVersion, Version, ("client", application.Client.ClientId), ("version", version)), cancellationToken);

    /// <summary>Writes a registration whose rules somebody else has kept.</summary>
    internal async Task<ChangeOutcome> WriteAsync(Membership by, PartnerRight right, string what, Client after, int version, CancellationToken cancellationToken)
    {
        var written = await ledger.RecordAsync(async write => await MayAsync(write, by, right) ? await store.TryWriteAsync(write, after, Actor(by), version) : null,
            done => done is null ? Recorded.Nothing : Recorded.Of(Entry(by, after.ClientId, what)), cancellationToken);
        if (written is not null)
            return await ShownAsync(by, after.ClientId, cancellationToken);
        return await FindAsync(by.Organisation.Id, after.ClientId, cancellationToken) is { } now && now.Version != version ? new ChangeOutcome.Stale(now) : new ChangeOutcome.Gone();
    }

    private async Task<ChangeOutcome> ShownAsync(Membership by, string clientId, CancellationToken cancellationToken)
    {
        await store.ShowAsync(cancellationToken);
        return await FindAsync(by.Organisation.Id, clientId, cancellationToken) is { } now ? new ChangeOutcome.Changed(now) : new ChangeOutcome.Gone();
    }

    // Whoever was let in when the page opened may be out by now.
    private static async ValueTask<bool> MayAsync(IStatements read, Membership by, PartnerRight right) =>
        await OrganisationStore.FindAsync(read, by.Organisation.Id, by.AccountId) is { } now && now.May(right);

    private static ValueTask<Application?> FindAsync(IStatements read, Guid organisation, string clientId) =>
        read.FirstAsync(Find, Read, ("client", clientId), ("organisation", organisation));

    private static string Actor(Membership by) => AuditSubject.Account(by.AccountId).Value;

    private static AuditEntry Entry(Membership by, string clientId, string what) => new(AuditSubject.Client(clientId), what) { Actor = Actor(by) };

    private static Application Read(DbDataReader row) => new(ClientJson.Read(row.GetString(0)), row.GetInt32(1), Time(row.GetInt64(2)));

    private static ApplicationVersion Version(DbDataReader row) => new(row.GetInt32(0), ClientJson.Read(row.GetString(1)), row.GetString(2), Time(row.GetInt64(3)));

    private static DateTimeOffset Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
