using System.Security.Cryptography;
using Identity.Domain.Audit;
using Identity.Domain.Storage;

namespace Identity.Domain.Partners.Registration;

/// <summary>Clients that registered themselves (RFC 7591) and manage that (RFC 7592), by the same rules as every other.</summary>
public sealed class ClientRegistrations(IDatabase database, Ledger ledger, ClientStore clients, TimeProvider clock)
{
    private static readonly Statement Count = new("client-registrations.count", "SELECT COUNT(*) FROM client_registrations");

    private static readonly Statement Insert = new("client-registrations.insert",
        "INSERT INTO client_registrations (client_id, token_hash, scopes, statement_issuer, created_at) VALUES (@client, @token, @scopes, @issuer, @now)");

    private static readonly Statement Find = new("client-registrations.find", "SELECT token_hash, scopes, statement_issuer, created_at FROM client_registrations WHERE client_id = @client");

    private static readonly Statement Delete = new("client-registrations.delete", "DELETE FROM client_registrations WHERE client_id = @client");

    private sealed record Row(byte[] TokenHash, ClientRegistration Registration);

    /// <param name="client">A registration without faults.</param>
    /// <param name="token">What will let it change that: its registration access token.</param>
    /// <param name="most">How many clients there may be that registered themselves.</param>
    public async Task<RegistrationOutcome> AddAsync(Client client, string token, RegistrationRight right, int most, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var outcome = await ledger.RecordAsync(async write =>
        {
            if (await write.FirstAsync(Count, row => row.GetInt64(0)) >= most)
                return RegistrationOutcome.Full;
            if (right.TokenHash is { } spent && await write.ExecuteAsync(InitialAccessTokens.Use, ("token", spent), ("now", now)) == 0)
                return RegistrationOutcome.Spent;
            await write.ExecuteAsync(Insert, ("client", client.ClientId), ("token", SecretToken.Hash(token)), ("scopes", right.Scopes), ("issuer", right.StatementIssuer), ("now", now));
            await clients.WriteAsync(write, client, right.Actor);
            return RegistrationOutcome.Registered;
        }, outcome => outcome is RegistrationOutcome.Registered ? Recorded.Of(Entry(client.ClientId, AuditEvents.ClientRegistered, right.Actor)) : Recorded.Nothing, cancellationToken);
        if (outcome is RegistrationOutcome.Registered)
            await clients.ShowAsync(cancellationToken);
        return outcome;
    }

    /// <returns>Null when there is no such client, or the token is not its registration access token.</returns>
    public async Task<ClientRegistration?> FindAsync(string clientId, string token, CancellationToken cancellationToken)
    {
        var row = await database.ReadAsync(read => read.FirstAsync(Find,
            row => new Row((byte[])row[0], new(clientId, row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3)))),
            ("client", clientId)), cancellationToken);
        return row is not null && CryptographicOperations.FixedTimeEquals(row.TokenHash, SecretToken.Hash(token)) ? row.Registration : null;
    }

    /// <summary>RFC 7592 §2.2: puts another registration in the place of a client's.</summary>
    public Task ReplaceAsync(Client client, CancellationToken cancellationToken) => clients.SaveAsync(client, client.ClientId, cancellationToken);

    /// <summary>RFC 7592 §2.3: its tokens are worth nothing from then on, since nobody knows whose they are.</summary>
    public async Task RemoveAsync(string clientId, CancellationToken cancellationToken)
    {
        await ledger.RecordAsync(async write =>
        {
            await write.ExecuteAsync(Delete, ("client", clientId));
            return await ClientStore.DeleteAsync(write, clientId);
        }, Recorded.Of(Entry(clientId, AuditEvents.ClientRemoved, clientId)), cancellationToken);
        await clients.ShowAsync(cancellationToken);
    }

    private static AuditEntry Entry(string clientId, string what, string actor) => new(AuditSubject.Client(clientId), what) { Actor = actor };
}
