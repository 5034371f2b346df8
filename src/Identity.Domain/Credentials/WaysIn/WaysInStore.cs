using Identity.Domain.Storage;

namespace Identity.Domain.Credentials.WaysIn;

/// <summary>Looks up what an account can be signed in to with, over the rooms that keep each kind.</summary>
public sealed class WaysInStore(IDatabase database)
{
    private static readonly Statement Find = new("ways-in.find", "SELECT password_hash IS NOT NULL FROM accounts WHERE id = @account");

    /// <returns>Nothing held when there is no such account.</returns>
    public async Task<HeldWays> FindAsync(Guid account, CancellationToken cancellationToken) =>
        await database.ReadAsync(read => read.FirstAsync(Find, row => new HeldWays { Password = row.GetBoolean(0) }, ("account", account)), cancellationToken)
            ?? new HeldWays();
}
