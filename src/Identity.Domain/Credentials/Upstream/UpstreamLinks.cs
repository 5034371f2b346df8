using Identity.Domain.Accounts;
using Identity.Domain.Audit;
using Identity.Domain.Contacts;
using Identity.Domain.Sessions;
using Identity.Domain.Storage;

namespace Identity.Domain.Credentials.Upstream;

/// <summary>
/// Which accounts at other providers open which account here: added and removed by an owner who is signed in, who is told of
/// both. Nobody is found by anything else than that. Not here: the session. Safe for concurrent use.
/// </summary>
public sealed class UpstreamLinks(IDatabase database, Ledger ledger, UpstreamProviders providers, TimeProvider clock)
{
    private sealed record Stored(Guid Id, Guid Account, HoldReason? Hold);

    /// <summary>The ways in that an account has, the oldest first.</summary>
    public Task<IReadOnlyList<UpstreamLink>> OfAsync(Guid account, CancellationToken cancellationToken) => database.ReadAsync(read => read.ListAsync(UpstreamStatements.OfAccount,
        row => new UpstreamLink(row.GetString(0), Time(row.GetInt64(1)), row.IsDBNull(2) ? null : Time(row.GetInt64(2))), ("account", account)), cancellationToken);

    /// <summary>Finds whose account somebody opens who has just signed in elsewhere.</summary>
    public async Task<UpstreamOutcome> TryAsync(UpstreamIdentity identity, CancellationToken cancellationToken)
    {
        if (await FindAsync(identity, cancellationToken) is not { } found)
            return new UpstreamOutcome.Unknown();
        if (found.Hold is { } reason)
            return new UpstreamOutcome.Held(reason);
        await database.WriteAsync(write => write.ExecuteAsync(UpstreamStatements.Use, ("id", found.Id), ("now", Now)), cancellationToken);
        return new UpstreamOutcome.SignedIn(found.Account);
    }

    /// <summary>Adds a way in.</summary>
    /// <param name="session">The session that asks; its owner has just confirmed that it is them.</param>
    /// <param name="identity">Who has just signed in elsewhere.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<UpstreamLinking> AddAsync(Session session, UpstreamIdentity identity, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var rows = await ledger.RecordAsync(write => write.ExecuteAsync(UpstreamStatements.Insert, ("id", Guid.CreateVersion7(now)), ("account", session.AccountId),
                ("provider", identity.Provider), ("subject", identity.SubjectHash), ("now", now.ToUnixTimeMilliseconds()), ("session", session.Id)),
            rows => Record(rows, session.AccountId, identity.Provider, AuditEvents.UpstreamAdded, UpstreamMessages.Added), cancellationToken);
        if (rows > 0)
            return UpstreamLinking.Added;
        return await FindAsync(identity, cancellationToken) is { } found
            ? found.Account == session.AccountId ? UpstreamLinking.AlreadyHas : UpstreamLinking.Taken
            : (await OfAsync(session.AccountId, cancellationToken)).Any(link => link.Provider == identity.Provider) ? UpstreamLinking.Taken : UpstreamLinking.SignedOut;
    }

    /// <summary>Removes the way in by a provider.</summary>
    /// <returns>False, and nothing is changed, when there is none or the session has ended.</returns>
    public async Task<bool> RemoveAsync(Session session, string provider, CancellationToken cancellationToken) => await ledger.RecordAsync(
        write => write.ExecuteAsync(UpstreamStatements.Remove, ("account", session.AccountId), ("provider", provider), ("session", session.Id)),
        rows => Record(rows, session.AccountId, provider, AuditEvents.UpstreamRemoved, UpstreamMessages.Removed), cancellationToken) > 0;

    private Task<Stored?> FindAsync(UpstreamIdentity identity, CancellationToken cancellationToken) => database.ReadAsync(read => read.FirstAsync(UpstreamStatements.Find,
        row => new Stored(row.GetGuid(0), row.GetGuid(1), row.IsDBNull(2) ? null : Enum.Parse<HoldReason>(row.GetString(2))),
        ("subject", identity.SubjectHash), ("provider", identity.Provider)), cancellationToken);

    private Recorded Record(int changed, Guid account, string provider, string happened, string template) => changed == 0 ? Recorded.Nothing : Recorded.Of(
        new AuditEntry(AuditSubject.Account(account), happened) { Details = new Dictionary<string, string> { ["provider"] = provider } },
        new Notice(account, template) { Values = new Dictionary<string, string> { ["provider"] = NameOf(provider) }, NotMe = happened == AuditEvents.UpstreamAdded });

    // One that is no longer offered is told by its name in the settings.
    private string NameOf(string provider) => providers.Find(provider)?.Manifest.Text("en", Sdk.TextKeys.Organisation) is { Length: > 0 } name ? name : provider;

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    private static DateTimeOffset Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
