using Identity.Domain.Audit;
using Identity.Domain.Storage;
using Identity.Domain.Storage.Snapshots;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Partners;

/// <summary>Writes registrations, by the rules of <see cref="ClientValidator"/>, with their audit.</summary>
public sealed class ClientStore(Ledger ledger, ClientDirectory directory, IOptions<ClientFlows> flows, TimeProvider clock)
{
    private static readonly Statement Upsert = new("clients.upsert",
        """
        INSERT INTO clients (client_id, issuer, sector, backchannel_logout_uri, registration, updated_at) VALUES (@client, @issuer, @sector, @logout, @registration, @now)
        ON CONFLICT (client_id) DO UPDATE SET issuer = @issuer, sector = @sector, backchannel_logout_uri = @logout, registration = @registration, updated_at = @now
        """);

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

        await ledger.RecordAsync(write => WriteAsync(write, client),
            Recorded.Of(new AuditEntry(AuditSubject.Client(client.ClientId), AuditEvents.ClientChanged) { Actor = actor }), cancellationToken);
        await ShowAsync(cancellationToken);
    }

    /// <summary>Writes a registration without faults into a transaction of somebody else's.</summary>
    internal async ValueTask<int> WriteAsync(IStatements write, Client client)
    {
        await write.ExecuteAsync(Upsert,
            ("client", client.ClientId), ("issuer", client.Issuer), ("sector", client.Sector), ("logout", client.BackchannelLogoutUri),
            ("registration", ClientJson.Write(client)), ("now", clock.GetUtcNow().ToUnixTimeMilliseconds()));
        return await SnapshotVersions.BumpAsync(write, ClientDirectory.SnapshotName);
    }

    internal static async ValueTask<int> DeleteAsync(IStatements write, string clientId)
    {
        await write.ExecuteAsync(Delete, ("client", clientId));
        return await SnapshotVersions.BumpAsync(write, ClientDirectory.SnapshotName);
    }

    /// <summary>On this node what was written counts when the task completes.</summary>
    internal Task ShowAsync(CancellationToken cancellationToken) => directory.RefreshAsync(cancellationToken);
}
