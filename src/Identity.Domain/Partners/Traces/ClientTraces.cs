using System.Text.Json;
using Identity.Domain.Audit;
using Identity.Domain.Storage;
using Identity.Domain.Storage.Snapshots;

namespace Identity.Domain.Partners.Traces;

/// <summary>
/// The requests of a client whose developer looks for what is wrong. It is on for an hour and for so many requests, ends by
/// itself, and what was written goes after a day. Safe for concurrent use.
/// </summary>
public sealed class ClientTraces(IDatabase database, Ledger ledger, ClientDirectory clients, TimeProvider clock)
{
    /// <summary>For how long it is on.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(1);

    /// <summary>How long a request is kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>How many requests are written of one that was switched on, and the most that are shown.</summary>
    public const int Most = 500;

    internal static readonly Statement Prune = Expiry.Batch("traced_requests", "client_id, place", "expires_at");

    private static readonly Statement Switch = new("clients.trace", "UPDATE clients SET traced_until = @until, traces_left = @left WHERE client_id = @client");

    private static readonly Statement Take = new("clients.take-trace",
        "UPDATE clients SET traces_left = traces_left - 1 WHERE client_id = @client AND traced_until > @now AND traces_left > 0 RETURNING traces_left");

    private static readonly Statement Insert = new("traced-requests.insert",
        "INSERT INTO traced_requests (client_id, place, contents, expires_at) VALUES (@client, @place, @contents, @expires)");

    private static readonly Statement List = new("traced-requests.list",
        $"SELECT contents FROM traced_requests WHERE client_id = @client AND expires_at > @now ORDER BY place LIMIT {Most}");

    private static readonly Statement Clear = new("traced-requests.clear", "DELETE FROM traced_requests WHERE client_id = @client");

    /// <summary>Begins anew: what was written before goes.</summary>
    /// <param name="clientId">A client that is registered.</param>
    /// <param name="actor">Who wants it, for the audit.</param>
    /// <returns>Until when.</returns>
    public async Task<DateTimeOffset> SwitchOnAsync(string clientId, string actor, CancellationToken cancellationToken)
    {
        var until = clock.GetUtcNow() + Life;
        await SwitchAsync(clientId, actor, AuditEvents.ClientTraced, until.ToUnixTimeMilliseconds(), cancellationToken);
        return until;
    }

    /// <summary>Ends it, and removes what was written.</summary>
    public Task SwitchOffAsync(string clientId, string actor, CancellationToken cancellationToken) => SwitchAsync(clientId, actor, AuditEvents.ClientTraceEnded, null, cancellationToken);

    /// <returns>Until when requests are written; null when none are.</returns>
    public DateTimeOffset? Until(string? clientId) =>
        clientId is not null && clients.Current.TracedUntil(clientId) is { } until && until > clock.GetUtcNow() ? until : null;

    /// <summary>Writes a request, where it is on and not full.</summary>
    public Task AddAsync(string clientId, TracedRequest request, CancellationToken cancellationToken) => database.WriteAsync(async write =>
        await write.FirstAsync(Take, row => (int?)row.GetInt32(0), ("client", clientId), ("now", clock.GetUtcNow().ToUnixTimeMilliseconds())) is not { } place ? 0 : await write.ExecuteAsync(Insert,
            ("client", clientId), ("place", place), ("contents", JsonSerializer.Serialize(request)), ("expires", (request.At + Kept).ToUnixTimeMilliseconds())), cancellationToken);

    /// <returns>What was written, the newest first.</returns>
    public async Task<IReadOnlyList<TracedRequest>> ListAsync(string clientId, CancellationToken cancellationToken) =>
        [.. (await database.ReadAsync(read => read.ListAsync(List, row => row.GetString(0), ("client", clientId), ("now", clock.GetUtcNow().ToUnixTimeMilliseconds())), cancellationToken))
            .Select(contents => JsonSerializer.Deserialize<TracedRequest>(contents) ?? throw new InvalidOperationException("A traced request is an object."))];

    private async Task SwitchAsync(string clientId, string actor, string what, long? until, CancellationToken cancellationToken)
    {
        await ledger.RecordAsync(async write =>
        {
            await write.ExecuteAsync(Clear, ("client", clientId));
            await write.ExecuteAsync(Switch, ("client", clientId), ("until", until), ("left", Most));
            return await SnapshotVersions.BumpAsync(write, ClientDirectory.SnapshotName);
        }, Recorded.Of(new AuditEntry(AuditSubject.Client(clientId), what) { Actor = actor }), cancellationToken);
        await clients.RefreshAsync(cancellationToken);
    }
}
