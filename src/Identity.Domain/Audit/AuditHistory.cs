using System.Data.Common;
using System.Text.Json;
using Identity.Domain.Storage;

namespace Identity.Domain.Audit;

/// <summary>Something that was recorded, as it is shown to people. Personal values are not in it.</summary>
public sealed record AuditedEvent(long Seq, DateTimeOffset At, string Event, string? Actor, IReadOnlyDictionary<string, string> Details)
{
    /// <summary>A detail, or null when it was not recorded.</summary>
    public string? Detail(string name) => Details.GetValueOrDefault(name);

    internal static AuditedEvent Of(DbDataReader row)
    {
        using var payload = JsonDocument.Parse(row.GetString(3));
        var root = payload.RootElement;
        return new(row.GetInt64(0), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)), row.GetString(2),
            root.TryGetProperty("actor", out var actor) ? actor.GetString() : null,
            root.TryGetProperty("details", out var details)
                ? details.EnumerateObject().ToDictionary(detail => detail.Name, detail => detail.Value.GetString() ?? "")
                : new Dictionary<string, string>());
    }
}

/// <summary>Reads what was recorded of a subject, the newest first.</summary>
public sealed class AuditHistory(IDatabase database)
{
    private const int Most = 100;

    private static readonly Statement Find = new("audit.history",
        $"SELECT seq, at, event, payload FROM audit_entries WHERE subject = @subject AND event LIKE @events ORDER BY seq DESC LIMIT {Most}");

    /// <param name="subject">Whose chain.</param>
    /// <param name="beginning">How the names of the events begin; nothing for all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>A hundred at most.</returns>
    public Task<IReadOnlyList<AuditedEvent>> ListAsync(AuditSubject subject, string beginning, CancellationToken cancellationToken) =>
        database.ReadAsync(read => read.ListAsync(Find, AuditedEvent.Of, ("subject", subject.Value), ("events", beginning + "%")), cancellationToken);
}
