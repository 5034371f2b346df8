using System.Security.Cryptography;
using Identity.Domain.Storage;

namespace Identity.Domain.Support.Lookup;

/// <summary>Remembers for a month which account saw a dead end or waits to be let in, so that its owner can be found by the reference they read out.</summary>
public sealed class SupportReferences(IDatabase database, TimeProvider clock)
{
    // None that is read for another, and no vowels, so that no word comes about.
    private const string Letters = "23456789BCDFGHJKMNPQRSTVWXZ";

    private const int MostPerHour = 20;
    private static readonly TimeSpan Life = TimeSpan.FromDays(30);

    /// <summary>A new one, which is of use once it is remembered.</summary>
    public static string Create() => RandomNumberGenerator.GetString(Letters, 8);

    /// <summary>Remembers one.</summary>
    public Task KeepAsync(string reference, Guid account, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return database.WriteAsync(write => write.ExecuteAsync(LookupStatements.Refer, ("code", reference), ("account", account), ("now", now.ToUnixTimeMilliseconds()),
            ("until", (now + Life).ToUnixTimeMilliseconds()), ("since", now.AddHours(-1).ToUnixTimeMilliseconds()), ("most", MostPerHour)), cancellationToken);
    }
}
