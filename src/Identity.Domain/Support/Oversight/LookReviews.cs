using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using Identity.Domain.Audit;
using Identity.Domain.Keys;
using Identity.Domain.Storage;
using Identity.Domain.Support.Lookup;
using Identity.Domain.Support.Staff;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Support.Oversight;

/// <summary>A look that was drawn, with what its reviewer has to know.</summary>
/// <param name="Look">The look.</param>
/// <param name="Staff">Who looked.</param>
/// <param name="Sign">Their sign.</param>
/// <param name="Reason">Why, as the citizen was told.</param>
/// <param name="At">When.</param>
/// <param name="Until">How long it kept the account open.</param>
public sealed record DrawnLook(Guid Look, Guid Staff, string Sign, LookReason Reason, DateTimeOffset At, DateTimeOffset Until)
{
    /// <summary>Whether the glass was broken for it: such a look is always drawn.</summary>
    public bool BrokeGlass { get; init; }

    /// <summary>What they did while it was open, the first first.</summary>
    public IReadOnlyList<AuditedEvent> Done { get; init; } = [];
}

/// <summary>
/// A sample of all looks, and all for which the glass was broken, read by a colleague of whoever looked. Which are drawn nobody can tell beforehand, not even of their
/// own: it follows from the look and a secret of this instance. Safe for concurrent use.
/// </summary>
public sealed class LookReviews(IDatabase database, Ledger ledger, AuditHistory history, InstanceSecrets secrets, IOptions<SupportOptions> options, TimeProvider clock)
{
    private const int MostShown = 20;

    private static readonly TimeSpan Reach = TimeSpan.FromDays(30);

    /// <summary>What was drawn of the last month, is over, and nobody has reviewed; never the reviewer's own.</summary>
    /// <returns>Twenty at most, the oldest first.</returns>
    public async Task<IReadOnlyList<DrawnLook>> WaitingAsync(StaffSession reviewer, CancellationToken cancellationToken)
    {
        var drawn = (await OpenAsync(reviewer, cancellationToken)).Take(MostShown).ToList();
        var shown = new List<DrawnLook>();
        foreach (var look in drawn)
        {
            var events = await history.ListAsync(AuditSubject.Staff(look.Staff), "support.", cancellationToken);
            shown.Add(look with { Done = [.. events.Where(happened => happened.At >= look.At && happened.At <= look.Until).Reverse()] });
        }

        return shown;
    }

    /// <summary>Says whether a look was in order. Both, who looked and who reviewed, have it on their chain.</summary>
    /// <returns>False when it does not wait for this reviewer, or somebody was faster.</returns>
    public async Task<bool> ReviewAsync(StaffSession reviewer, Guid look, bool inOrder, string words, CancellationToken cancellationToken)
    {
        if ((await OpenAsync(reviewer, cancellationToken)).FirstOrDefault(one => one.Look == look) is not { } drawn)
            return false;
        return await ledger.RecordAsync(
            async write => await write.ExecuteAsync(LookReviewStatements.Insert, ("look", look), ("reviewer", reviewer.Staff.Id), ("order", inOrder), ("now", Now)) == 0
                ? null
                : inOrder ? [] : await Supervisors.TellAsync(write, SupportMessages.LookNotInOrder, drawn.Sign, clock.GetUtcNow()),
            alarms => alarms is null ? Recorded.Nothing : new Recorded([Entry(reviewer.Staff.Subject, null), Entry(AuditSubject.Staff(drawn.Staff), reviewer.Staff.Subject.Value)], alarms),
            cancellationToken) is not null;

        AuditEntry Entry(AuditSubject subject, string? actor) => new(subject, AuditEvents.LookReviewed)
        {
            Actor = actor,
            Details = new Dictionary<string, string> { ["look"] = look.ToString("D"), ["order"] = inOrder ? "yes" : "no" },
            Personal = new Dictionary<string, string> { ["words"] = words },
        };
    }

    private async Task<IEnumerable<DrawnLook>> OpenAsync(StaffSession reviewer, CancellationToken cancellationToken)
    {
        var looks = await database.ReadAsync(read => read.ListAsync(LookReviewStatements.Waiting,
            row => new DrawnLook(row.GetGuid(0), row.GetGuid(1), row.GetString(2), Enum.Parse<LookReason>(row.GetString(3)), Time(row.GetInt64(4)), Time(row.GetInt64(5))) { BrokeGlass = Convert.ToBoolean(row[6], CultureInfo.InvariantCulture) },
            ("since", (clock.GetUtcNow() - Reach).ToUnixTimeMilliseconds()), ("now", Now), ("reviewer", reviewer.Staff.Id)), cancellationToken);
        return looks.Where(look => look.BrokeGlass || IsDrawn(look.Look));
    }

    private bool IsDrawn(Guid look) =>
        BinaryPrimitives.ReadUInt32LittleEndian(HMACSHA256.HashData(secrets.Get("support reviews"), look.ToByteArray())) % 100 < options.Value.SampleLooks;

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    private static DateTimeOffset Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
