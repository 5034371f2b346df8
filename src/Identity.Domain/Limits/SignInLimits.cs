using System.Security.Cryptography;
using System.Text;
using Identity.Domain.Keys;
using Identity.Domain.Storage;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Limits;

/// <summary>
/// How often a password or a code may be tried: by account and network, and by account from everywhere unless the device is known.
/// Counts stand in the database, under an HMAC of what was typed, so accounts that do not exist count alike.
/// </summary>
public sealed class SignInLimits(
    IDatabase database, InstanceSecrets secrets, IOptions<LimitOptions> options, LimitMetrics metrics, TimeProvider clock)
{
    private static readonly LimitDecision Allowed = new LimitDecision.Allowed();

    private sealed record Counter(byte[] Key, AttemptPolicy Policy);

    /// <summary>Whether a password is looked at now. Asked before it is computed.</summary>
    public async Task<LimitDecision> CheckAsync(SignInAttempt attempt, CancellationToken cancellationToken)
    {
        var counters = CountersOf(attempt);
        return metrics.Count(LimitMetrics.Account, await database.ReadAsync(async read => (await DecideAsync(read, counters)).Decision, cancellationToken));
    }

    /// <summary>Counts a wrong password; says when the next one is looked at.</summary>
    public Task<LimitDecision> RecordFailureAsync(SignInAttempt attempt, CancellationToken cancellationToken)
    {
        var counters = CountersOf(attempt);
        return database.WriteAsync(async write =>
        {
            var decision = Allowed;
            foreach (var counter in counters)
            {
                var now = clock.GetUtcNow();
                var count = await AttemptCounters.IncrementAsync(write, counter.Key, counter.Policy, now);
                decision = Later(decision, counter.Policy.Decide(count, now));
            }
            return decision;
        }, cancellationToken);
    }

    /// <summary>
    /// Forgets the failures before a right password. Asks once more first: of many guesses sent at once, all of which were
    /// allowed, only those that end before the limit is reached may succeed.
    /// </summary>
    public async Task<LimitDecision> RecordSuccessAsync(SignInAttempt attempt, CancellationToken cancellationToken)
    {
        var counters = CountersOf(attempt);
        var (decision, any) = await database.ReadAsync(read => DecideAsync(read, counters), cancellationToken);
        if (!any || decision is not LimitDecision.Allowed)
            return decision;
        return await database.WriteAsync(async write =>
        {
            foreach (var counter in counters)
                await AttemptCounters.ClearAsync(write, counter.Key);
            return decision;
        }, cancellationToken);
    }

    private async ValueTask<(LimitDecision Decision, bool Any)> DecideAsync(IStatements read, IReadOnlyList<Counter> counters)
    {
        if (counters.Count == 0)
            return (Allowed, false);
        var found = await AttemptCounters.FindAsync(read, counters[0].Key, counters[^1].Key);
        var now = clock.GetUtcNow();
        var decisions = from count in found
                        from counter in counters
                        where counter.Key.AsSpan().SequenceEqual(count.Key)
                        select counter.Policy.Decide(count.Count, now);
        return (decisions.Aggregate(Allowed, Later), found.Count > 0);
    }

    private List<Counter> CountersOf(SignInAttempt attempt)
    {
        var value = options.Value;
        if (value.DangerLiftOnLoopback && attempt.Network.IsLoopback)
            return [];
        return attempt.KnownDevice is { } device
            ? [new(Key(attempt, "device", device), value.ByPair)]
            : [new(Key(attempt, "pair", attempt.Network.ToString()), value.ByPair), new(Key(attempt, "account"), value.ByAccount)];
    }

    private byte[] Key(SignInAttempt attempt, string counter, params IEnumerable<string> more) =>
        Key([counter, attempt.Identifier, .. more, .. attempt.Method is { } method ? [method] : Array.Empty<string>()]);

    // A zero between the parts, which no part holds, keeps ("ab", "c") from being ("a", "bc").
    private byte[] Key(IEnumerable<string> parts) =>
        HMACSHA256.HashData(secrets.Get("limits"), Encoding.UTF8.GetBytes(string.Join('\0', parts.Select(part => part.Replace("\0", "", StringComparison.Ordinal)))));

    private static LimitDecision Later(LimitDecision one, LimitDecision other) => (one, other) switch
    {
        (LimitDecision.RetryAt a, LimitDecision.RetryAt b) => a.Time >= b.Time ? a : b,
        (LimitDecision.RetryAt a, _) => a,
        _ => other,
    };
}
