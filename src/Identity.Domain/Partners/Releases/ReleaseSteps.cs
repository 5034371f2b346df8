using System.Globalization;
using Identity.Domain.Audit;
using Identity.Domain.Contacts;
using Identity.Domain.Partners.Applications;
using Identity.Domain.Partners.Organisations;
using Identity.Domain.Storage;

namespace Identity.Domain.Partners.Releases;

/// <summary>A wish that waits for somebody else.</summary>
/// <param name="Version">The version of the application that it is about: once it is another, somebody has to ask anew.</param>
/// <param name="OpenTo">To how many in a hundred citizens.</param>
public sealed record ReleaseRequest(int Version, int OpenTo, Guid AskedBy, DateTimeOffset AskedAt);

/// <summary>What came of a step to open an application, or to close it again.</summary>
public enum ReleaseOutcome
{
    /// <summary>It counts.</summary>
    Done,

    /// <summary>It waits for somebody else to decide.</summary>
    Waits,

    /// <summary>Something that has to be so is not.</summary>
    NotReady,

    /// <summary>Somebody has changed the application meanwhile, or there is nothing to decide.</summary>
    Stale,

    /// <summary>They have asked for it themselves, or may not.</summary>
    NotTheirs,
}

/// <summary>
/// How an application opens: first to its own people, then, when two of them want it, to some citizens or to all. Opening it further
/// and closing it again takes one.
/// </summary>
public sealed class ReleaseSteps(IDatabase database, Ledger ledger, PartnerApplications applications, Colleagues colleagues, TimeProvider clock)
{
    /// <summary>The steps, in hundredths of citizens.</summary>
    public static IReadOnlyList<int> Steps { get; } = [1, 10, 100];

    private static readonly Statement Find = new("release-requests.find", "SELECT version, open_to, asked_by, asked_at FROM release_requests WHERE client_id = @client");

    private static readonly Statement Upsert = new("release-requests.upsert",
        """
        INSERT INTO release_requests (client_id, version, open_to, asked_by, asked_at) VALUES (@client, @version, @open, @account, @now)
        ON CONFLICT (client_id) DO UPDATE SET version = @version, open_to = @open, asked_by = @account, asked_at = @now
        """);

    private static readonly Statement Delete = new("release-requests.delete", "DELETE FROM release_requests WHERE client_id = @client");

    /// <returns>What waits; null where nothing does.</returns>
    public Task<ReleaseRequest?> FindAsync(string clientId, CancellationToken cancellationToken) => database.ReadAsync(read => read.FirstAsync(
        Find, row => new ReleaseRequest(row.GetInt32(0), row.GetInt32(1), row.GetGuid(2), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3))), ("client", clientId)), cancellationToken);

    /// <returns>What has to be so, and whether it is.</returns>
    public async Task<IReadOnlyList<ReleaseCheck>> ChecksAsync(Membership by, Application application, CancellationToken cancellationToken) =>
        ReleaseCheck.Of(application.Client, await colleagues.ListAsync(by.Organisation.Id, cancellationToken));

    /// <summary>Opens an application that is open to some further, or asks for it where it is open to nobody yet.</summary>
    public async Task<ReleaseOutcome> OpenAsync(Membership by, Application application, int openTo, CancellationToken cancellationToken)
    {
        if (!Steps.Contains(openTo) || !by.May(PartnerRight.Change))
            return ReleaseOutcome.NotTheirs;
        if ((await ChecksAsync(by, application, cancellationToken)).Any(check => !check.IsMet))
            return ReleaseOutcome.NotReady;
        if (application.Client.OpenTo > 0)
            return await SetAsync(by, PartnerRight.Change, application, openTo, cancellationToken);
        var others = (await colleagues.ListAsync(by.Organisation.Id, cancellationToken)).Where(colleague => colleague.AccountId != by.AccountId && colleague.Role.May(PartnerRight.Approve));
        await ledger.RecordAsync(write => write.ExecuteAsync(Upsert, ("client", application.Client.ClientId), ("version", application.Version), ("open", openTo),
            ("account", by.AccountId), ("now", clock.GetUtcNow().ToUnixTimeMilliseconds())),
            new Recorded([Entry(by, application, AuditEvents.ClientOpeningAsked, openTo)], [])
            {
                Notices = [.. others.Select(other => new Notice(other.AccountId, OrganisationMessages.Waits) { Values = new Dictionary<string, string> { ["app"] = application.Client.ClientName } })],
            }, cancellationToken);
        return ReleaseOutcome.Waits;
    }

    /// <summary>Says yes to what somebody else asked for.</summary>
    public async Task<ReleaseOutcome> ApproveAsync(Membership by, Application application, CancellationToken cancellationToken)
    {
        if (await FindAsync(application.Client.ClientId, cancellationToken) is not { } request || request.Version != application.Version)
            return ReleaseOutcome.Stale;
        if (request.AskedBy == by.AccountId || !by.May(PartnerRight.Approve))
            return ReleaseOutcome.NotTheirs;
        if ((await ChecksAsync(by, application, cancellationToken)).Any(check => !check.IsMet))
            return ReleaseOutcome.NotReady;
        var outcome = await SetAsync(by, PartnerRight.Approve, application, request.OpenTo, cancellationToken);
        if (outcome is ReleaseOutcome.Done)
            await database.WriteAsync(write => write.ExecuteAsync(Delete, ("client", application.Client.ClientId)), cancellationToken);
        return outcome;
    }

    /// <summary>Says no to it, or withdraws it.</summary>
    public async Task<ReleaseOutcome> DeclineAsync(Membership by, Application application, CancellationToken cancellationToken)
    {
        if (await FindAsync(application.Client.ClientId, cancellationToken) is not { } request)
            return ReleaseOutcome.Stale;
        if (request.AskedBy != by.AccountId && !by.May(PartnerRight.Approve))
            return ReleaseOutcome.NotTheirs;
        await ledger.RecordAsync(write => write.ExecuteAsync(Delete, ("client", application.Client.ClientId)),
            Recorded.Of(Entry(by, application, AuditEvents.ClientOpeningDeclined, request.OpenTo)), cancellationToken);
        return ReleaseOutcome.Done;
    }

    /// <summary>Closes an application to all but its own people, at once.</summary>
    public Task<ReleaseOutcome> CloseAsync(Membership by, Application application, CancellationToken cancellationToken) =>
        SetAsync(by, by.May(PartnerRight.Change) ? PartnerRight.Change : PartnerRight.Approve, application, 0, cancellationToken);

    private async Task<ReleaseOutcome> SetAsync(Membership by, PartnerRight right, Application application, int openTo, CancellationToken cancellationToken) =>
        await applications.WriteAsync(by, right, AuditEvents.ClientOpened, application.Client with { OpenTo = openTo }, application.Version, cancellationToken) is ChangeOutcome.Changed
            ? ReleaseOutcome.Done
            : ReleaseOutcome.Stale;

    private static AuditEntry Entry(Membership by, Application application, string what, int openTo) => new(AuditSubject.Client(application.Client.ClientId), what)
    {
        Actor = AuditSubject.Account(by.AccountId).Value,
        Details = new Dictionary<string, string> { ["open_to"] = openTo.ToString(CultureInfo.InvariantCulture) },
    };
}
