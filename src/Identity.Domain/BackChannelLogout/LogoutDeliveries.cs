using System.Globalization;
using Identity.Domain.Audit;
using Identity.Domain.Storage;

namespace Identity.Domain.BackChannelLogout;

/// <summary>
/// Which clients have to be told that a session ended (OpenID Connect Back-Channel Logout §2.3), and which were. A delivery is
/// written by the transaction that ends the session, tried for a day, and settled once, with an entry in the citizen's audit.
/// Delivery is at least once. Safe for concurrent use, on many nodes.
/// </summary>
public sealed class LogoutDeliveries(IDatabase database, Ledger ledger, LogoutMetrics metrics, TimeProvider clock)
{
    /// <summary>A client that does not answer is asked for this long.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(1);

    /// <summary>How long a node may take over what it has leased, before another one tries.</summary>
    public static readonly TimeSpan LeaseLife = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <summary>A client that failed is left alone for this long, whoever it is to be told of.</summary>
    private static readonly TimeSpan RestOfClient = TimeSpan.FromSeconds(10);

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Takes a few deliveries that are due, for this node alone.</summary>
    /// <param name="busy">Clients that are left out.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<LogoutDelivery>> LeaseAsync(IEnumerable<string> busy, CancellationToken cancellationToken)
    {
        if (await database.ReadAsync(read => read.FirstAsync(LogoutStatements.AnyDue, row => row.GetInt32(0), ("now", Now)), cancellationToken) == 0)
            return [];
        // No client id has a space in it.
        var names = $" {string.Join(' ', busy)} ";
        return await database.WriteAsync(write => write.ListAsync(LogoutStatements.Lease, LogoutDelivery.Of,
            ("now", Now), ("until", Now + (long)LeaseLife.TotalMilliseconds), ("busy", names)), cancellationToken);
    }

    /// <summary>Writes down what a client answered: settled, or tried again later.</summary>
    public Task RecordAsync(LogoutDelivery delivery, LogoutAnswer answer, CancellationToken cancellationToken) => answer switch
    {
        LogoutAnswer.Took(var status) => SettleAsync(delivery, LogoutEnding.Told, status, null, cancellationToken),
        LogoutAnswer.Refused(var status, var error) => SettleAsync(delivery, LogoutEnding.Refused, status, error, cancellationToken),
        LogoutAnswer.Failed(var status, var why) => PostponeAsync(delivery, status, why, cancellationToken),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Whether it has been tried for long enough.</summary>
    public bool IsOver(LogoutDelivery delivery) => delivery.ExpiresAt <= clock.GetUtcNow();

    /// <summary>Settles what is over.</summary>
    public async Task GiveUpAsync(LogoutDelivery delivery, CancellationToken cancellationToken)
    {
        var given = await ledger.RecordAsync(
            async write => await write.FirstAsync(LogoutStatements.GiveUp,
                row => new LastTry(row.IsDBNull(0) ? null : row.GetInt32(0), row.IsDBNull(1) ? null : row.GetString(1)),
                ("session", delivery.Session), ("client", delivery.ClientId), ("now", Now), ("ending", nameof(LogoutEnding.GivenUp))),
            last => last is null ? Recorded.Nothing : Recorded.Of(Entry(delivery, LogoutEnding.GivenUp, last.Status, last.Error)), cancellationToken);
        if (given is not null)
            metrics.Count(LogoutMetrics.GivenUp);
    }

    /// <summary>Puts back what was leased and not tried, and leaves its client alone for a moment.</summary>
    public Task RestAsync(string client, IReadOnlyList<LogoutDelivery> untried, CancellationToken cancellationToken) => database.WriteAsync(async write =>
    {
        var until = Now + (long)RestOfClient.TotalMilliseconds;
        foreach (var delivery in untried)
            await write.ExecuteAsync(LogoutStatements.PutBack, ("session", delivery.Session), ("client", client), ("until", until));
        return await write.ExecuteAsync(LogoutStatements.Rest, ("client", client), ("until", until));
    }, cancellationToken);

    /// <summary>Counts what waits, where somebody measures it.</summary>
    public async Task MeasureAsync(CancellationToken cancellationToken)
    {
        if (metrics.IsWaitingWatched)
            metrics.Waiting(await database.ReadAsync(read => read.FirstAsync(LogoutStatements.Waiting, row => row.GetInt64(0)), cancellationToken));
    }

    /// <returns>Which clients were told, or are to be, that a session of somebody ended: the last hundred of about two days.</returns>
    public Task<IReadOnlyList<LogoutReceipt>> ReceiptsAsync(Guid account, CancellationToken cancellationToken) =>
        database.ReadAsync(read => read.ListAsync(LogoutStatements.OfAccount, row => new LogoutReceipt(
            row.GetString(0), Time(row.GetInt64(1)), row.IsDBNull(2) ? null : Enum.Parse<LogoutEnding>(row.GetString(2)),
            row.IsDBNull(3) ? null : Time(row.GetInt64(3)), row.GetInt32(4), row.IsDBNull(5) ? null : row.GetInt32(5),
            row.IsDBNull(6) ? null : row.GetString(6)), ("account", account)), cancellationToken);

    private async Task SettleAsync(LogoutDelivery delivery, LogoutEnding ending, int status, string? error, CancellationToken cancellationToken)
    {
        var rows = await ledger.RecordAsync(
            write => write.ExecuteAsync(LogoutStatements.Settle, ("session", delivery.Session), ("client", delivery.ClientId), ("now", Now),
                ("ending", ending.ToString()), ("status", status), ("error", error)),
            rows => rows == 0 ? Recorded.Nothing : Recorded.Of(Entry(delivery, ending, status, error)), cancellationToken);
        if (rows > 0)
            metrics.Count(ending is LogoutEnding.Told ? LogoutMetrics.Told : LogoutMetrics.Refused);
    }

    private async Task PostponeAsync(LogoutDelivery delivery, int? status, string why, CancellationToken cancellationToken)
    {
        var wait = Math.Min(LongestWait.TotalMilliseconds, FirstWait.TotalMilliseconds * Math.Pow(2, delivery.Attempts));
        await database.WriteAsync(write => write.ExecuteAsync(LogoutStatements.Postpone, ("session", delivery.Session), ("client", delivery.ClientId),
            ("due", Now + (long)wait), ("status", status), ("error", why)), cancellationToken);
        metrics.Count(LogoutMetrics.Failed);
    }

    private static AuditEntry Entry(LogoutDelivery delivery, LogoutEnding ending, int? status, string? error)
    {
        var details = new Dictionary<string, string> { ["client"] = delivery.ClientId, ["session"] = delivery.Session.ToString("D") };
        if (status is { } answered)
            details["status"] = answered.ToString(CultureInfo.InvariantCulture);
        if (error is not null)
            details["error"] = error;
        return new AuditEntry(AuditSubject.Account(delivery.Account), ending switch
        {
            LogoutEnding.Told => AuditEvents.LogoutTold,
            LogoutEnding.Refused => AuditEvents.LogoutRefused,
            LogoutEnding.GivenUp => AuditEvents.LogoutGivenUp,
            _ => throw new System.Diagnostics.UnreachableException(),
        })
        { Details = details };
    }

    private static DateTimeOffset Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    private sealed record LastTry(int? Status, string? Error);
}
