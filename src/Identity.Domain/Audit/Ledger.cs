using Identity.Domain.Contacts;
using Identity.Domain.Notifications;
using Identity.Domain.Storage;

namespace Identity.Domain.Audit;

/// <summary>What a change leaves behind beside itself.</summary>
public sealed record Recorded(IReadOnlyList<AuditEntry> Entries, IReadOnlyList<Message> Messages)
{
    public static Recorded Nothing { get; } = new([], []);

    public static Recorded Of(AuditEntry entry, params IReadOnlyList<Message> messages) => new([entry], messages);

    /// <summary>A change of which its owner is told, by whatever ways the account has.</summary>
    public static Recorded Of(AuditEntry entry, Notice notice) => new([entry], []) { Notices = [notice] };

    /// <summary>What several changes in one leave behind.</summary>
    public static Recorded All(IEnumerable<Recorded> parts)
    {
        var all = parts.ToList();
        return new([.. all.SelectMany(part => part.Entries)], [.. all.SelectMany(part => part.Messages)]) { Notices = [.. all.SelectMany(part => part.Notices)] };
    }

    /// <summary>What owners are told; <see cref="Reach"/> finds the ways to them in the same transaction.</summary>
    public IReadOnlyList<Notice> Notices { get; init; } = [];
}

/// <summary>
/// The one door for a change that somebody must be able to account for: the change, its audit and its messages are one
/// transaction, so that none is ever there without the others.
/// </summary>
public sealed class Ledger(IDatabase database, AuditTrail trail, Outbox outbox, Reach reach)
{
    /// <summary>Makes <paramref name="change"/>, then records what <paramref name="about"/> says of its result.</summary>
    /// <exception cref="StorageUnavailableException">Nothing was stored.</exception>
    public async Task<T> RecordAsync<T>(Func<IStatements, ValueTask<T>> change, Func<T, Recorded> about, CancellationToken cancellationToken)
    {
        var queued = false;
        var result = await database.WriteAsync(async write =>
        {
            var outcome = await change(write);
            var recorded = about(outcome);
            // By subject, so that two changes to the same two chains never wait for each other in a ring.
            foreach (var entry in recorded.Entries.OrderBy(entry => entry.Subject.Value, StringComparer.Ordinal))
                await trail.AppendAsync(write, entry);
            var messages = recorded.Messages.ToList();
            foreach (var notice in recorded.Notices)
                messages.AddRange((await reach.MessagesAsync(write, notice)).Select(message => message with { Account = notice.Account }));
            foreach (var message in messages)
                await outbox.EnqueueAsync(write, message);
            queued = messages.Count > 0;
            return outcome;
        }, cancellationToken);

        if (queued)
            outbox.Wake();
        return result;
    }

    /// <summary>Makes <paramref name="change"/> and records what is known beforehand.</summary>
    public Task<T> RecordAsync<T>(Func<IStatements, ValueTask<T>> change, Recorded recorded, CancellationToken cancellationToken) =>
        RecordAsync(change, _ => recorded, cancellationToken);
}
