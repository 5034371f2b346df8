using Identity.Domain.Storage;

namespace Identity.Domain.Support.Lookup;

/// <summary>Remembers for a month which account saw a dead end, so that its owner can be found by the reference they read out.</summary>
public sealed class SupportReferences(IDatabase database, TimeProvider clock)
{
    private const int MostPerHour = 20;
    private static readonly TimeSpan Life = TimeSpan.FromDays(30);

    /// <summary>Remembers one.</summary>
    public Task KeepAsync(string reference, Guid account, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return database.WriteAsync(write => write.ExecuteAsync(LookupStatements.Refer, ("code", reference), ("account", account), ("now", now.ToUnixTimeMilliseconds()),
            ("until", (now + Life).ToUnixTimeMilliseconds()), ("since", now.AddHours(-1).ToUnixTimeMilliseconds()), ("most", MostPerHour)), cancellationToken);
    }
}
