using System.Security.Cryptography;
using System.Text;
using Identity.Domain.Credentials;
using Identity.Domain.Keys;
using Identity.Domain.Limits;
using Identity.Domain.Storage;

namespace Identity.Domain.Accounts;

/// <summary>
/// Codes sent to addresses and numbers of every kind, kept as HMACs. The codes sent so far work side by side; five wrong ones
/// kill them, and a right one uses them up. Callers bring the transaction.
/// </summary>
public sealed class SentCodes(InstanceSecrets secrets, TimeProvider clock)
{
    /// <summary>Whether another code may go to a destination, counted over all purposes and journeys.</summary>
    internal async ValueTask<LimitDecision> MaySendAsync(IStatements write, string destination, WindowPolicy policy)
    {
        var now = clock.GetUtcNow();
        var earlier = await write.ListAsync(ContactCodes.SentSince, row => DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(0)),
            ("destination", Destination(destination)), ("since", (now - policy.Window).ToUnixTimeMilliseconds()));
        return policy.Decide(earlier, now);
    }

    /// <summary>Adds a code that works in one place from now on.</summary>
    /// <param name="write">The transaction that sends it too.</param>
    /// <param name="place">Where.</param>
    /// <param name="life">For how long.</param>
    /// <param name="works">False adds one that nobody knows, by the same statement.</param>
    internal async ValueTask<OneTimeCode> AddAsync(IStatements write, CodePlace place, TimeSpan life, bool works = true)
    {
        var now = clock.GetUtcNow();
        var (id, code) = (Guid.CreateVersion7(now), OneTimeCode.Create());
        var hash = code.Hash(Key, id.ToByteArray());
        await write.ExecuteAsync(ContactCodes.Insert, ("id", id), ("proof", Proof(place)), ("destination", Destination(place.Destination)),
            ("hash", works ? hash : RandomNumberGenerator.GetBytes(hash.Length)),
            ("now", now.ToUnixTimeMilliseconds()), ("expires", (now + life).ToUnixTimeMilliseconds()));
        return code;
    }

    /// <summary>Looks at a code and counts it.</summary>
    internal async ValueTask<CodeOutcome> CheckAsync(IStatements write, CodePlace place, OneTimeCode code, int most)
    {
        var proof = Proof(place);
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var live = await write.ListAsync(ContactCodes.Attempt, ContactCodes.Live.Of, ("proof", proof), ("now", now), ("most", most));
        if (live.Count == 0)
            return await write.FirstAsync(ContactCodes.Last, ContactCodes.Spent.Of, ("proof", proof)) switch
            {
                { IsUsed: true } => new CodeOutcome.AlreadyUsed(),
                { Attempts: var attempts } when attempts >= most => new CodeOutcome.TooManyAttempts(),
                _ => new CodeOutcome.Expired(),
            };

        // Every one is compared, so that the time does not tell which of them matched.
        if (live.Aggregate(false, (found, sent) => code.Matches(sent.CodeHash, Key, sent.Id.ToByteArray()) | found))
        {
            await write.ExecuteAsync(ContactCodes.Use, ("proof", proof), ("now", now));
            return new CodeOutcome.Confirmed();
        }
        return live.All(sent => sent.Attempts >= most) ? new CodeOutcome.TooManyAttempts() : new CodeOutcome.Wrong();
    }

    private byte[] Key => secrets.Get("contact-codes");

    private byte[] Destination(string destination) => Hash("destination", destination);

    private byte[] Proof(CodePlace place) => Hash(place.Purpose, place.Journey, place.Destination);

    private byte[] Hash(params IEnumerable<string> parts) => HMACSHA256.HashData(Key, Encoding.UTF8.GetBytes(string.Join('\0', parts)));
}
