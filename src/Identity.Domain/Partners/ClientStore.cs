using Identity.Domain.Audit;
using Identity.Domain.Storage;
using Identity.Domain.Storage.Snapshots;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Partners;

/// <summary>Writes registrations, by the rules of <see cref="ClientValidator"/>, each with its audit and its place in the history.</summary>
public sealed class ClientStore(Ledger ledger, ClientDirectory directory, IOptions<ClientFlows> flows, TimeProvider clock)
{
    private static readonly Statement Upsert = new("clients.upsert",
        """
        INSERT INTO clients (client_id, issuer, sector, backchannel_logout_uri, registration, updated_at, organisation_id, version, traces_left)
        VALUES (@client, @issuer, @sector, @logout, @registration, @now, @organisation, 1, 0)
        ON CONFLICT (client_id) DO UPDATE SET issuer = @issuer, sector = @sector, backchannel_logout_uri = @logout, registration = @registration, updated_at = @now, version = clients.version + 1
        RETURNING version
        """);

    private static readonly Statement Update = new("clients.update",
        """
        UPDATE clients SET issuer = @issuer, sector = @sector, backchannel_logout_uri = @logout, registration = @registration, updated_at = @now, version = version + 1
        WHERE client_id = @client AND version = @version RETURNING version
        """);

    private static readonly Statement Remember = new("client-versions.insert",
        "INSERT INTO client_versions (client_id, version, registration, actor, at) VALUES (@client, @version, @registration, @actor, @now)");

    private static readonly Statement Forget = new("client-versions.delete", "DELETE FROM client_versions WHERE client_id = @client");

    private static readonly Statement Delete = new("clients.delete", "DELETE FROM clients WHERE client_id = @client");

    /// <returns>What is wrong with a registration here, each with the remedy.</returns>
    public IReadOnlyList<string> Faults(Client client) => ClientValidator.Faults(client, flows.Value.Implicit);

    /// <summary>Stores a registration, new or changed. On this node it counts when the task completes.</summary>
    /// <param name="client">A registration without faults.</param>
    /// <param name="actor">Who changes it, for the audit.</param>
    /// <exception cref="ArgumentException">It has faults.</exception>
    public async Task SaveAsync(Client client, string actor, CancellationToken cancellationToken)
    {
        if (Faults(client) is { Count: > 0 } faults)
            throw new ArgumentException(string.Join(Environment.NewLine, faults), nameof(client));

        await ledger.RecordAsync(write => WriteAsync(write, client, actor),
            Recorded.Of(new AuditEntry(AuditSubject.Client(client.ClientId), AuditEvents.ClientChanged) { Actor = actor }), cancellationToken);
        await ShowAsync(cancellationToken);
    }

    /// <summary>Writes a registration without faults into a transaction of somebody else's.</summary>
    /// <param name="organisation">Whose it is, when it is new.</param>
    internal async ValueTask<int> WriteAsync(IStatements write, Client client, string actor, Guid? organisation = null)
    {
        var version = await write.FirstAsync(Upsert, row => row.GetInt32(0), [.. Columns(client), ("organisation", organisation)]);
        return await RememberAsync(write, client, actor, version);
    }

    /// <summary>The same of one that is known, unless somebody has changed it meanwhile.</summary>
    /// <returns>Its new version; null where it has another than <paramref name="version"/>, or is not there.</returns>
    internal async ValueTask<int?> TryWriteAsync(IStatements write, Client client, string actor, int version) =>
        await write.FirstAsync(Update, row => (int?)row.GetInt32(0), [.. Columns(client), ("version", version)]) is { } next ? await RememberAsync(write, client, actor, next) : null;

    internal static async ValueTask<int> DeleteAsync(IStatements write, string clientId)
    {
        await write.ExecuteAsync(Forget, ("client", clientId));
        await write.ExecuteAsync(Delete, ("client", clientId));
        return await SnapshotVersions.BumpAsync(write, ClientDirectory.SnapshotName);
    }

    /// <summary>On this node what was written counts when the task completes.</summary>
    internal Task ShowAsync(CancellationToken cancellationToken) => directory.RefreshAsync(cancellationToken);

    private async ValueTask<int> RememberAsync(IStatements write, Client client, string actor, int version)
    {
        // A secret that was taken away must not come back with an older version.
        var bare = client with { ClientSecretSha256 = [], ClientSecretSealed = [], ClientSecretEnds = new Dictionary<string, DateTimeOffset>() };
        await write.ExecuteAsync(Remember, ("client", client.ClientId), ("version", version), ("registration", ClientJson.Write(bare)), ("actor", actor), ("now", Now));
        await SnapshotVersions.BumpAsync(write, ClientDirectory.SnapshotName);
        return version;
    }

    private (string Name, object? Value)[] Columns(Client client) =>
    [
        ("client", client.ClientId), ("issuer", client.Issuer), ("sector", client.Sector), ("logout", client.BackchannelLogoutUri),
        ("registration", ClientJson.Write(client)), ("now", Now),
    ];

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();
}
