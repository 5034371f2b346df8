using System.Data.Common;
using System.Globalization;
using Identity.Domain.Storage;

namespace Identity.Domain.Credentials.WaysIn;

/// <summary>Looks up what an account can be signed in to with, over the rooms that keep each kind.</summary>
public sealed class WaysInStore(IDatabase database)
{
    private static readonly Statement Find = new("ways-in.find",
        """
        SELECT CASE WHEN password_hash IS NULL THEN 0 ELSE 1 END,
            (SELECT COUNT(*) FROM authenticator_apps WHERE authenticator_apps.account_id = accounts.id),
            (SELECT COUNT(*) FROM backup_codes WHERE backup_codes.account_id = accounts.id AND used_at IS NULL),
            (SELECT COUNT(*) FROM passkeys WHERE passkeys.account_id = accounts.id AND suspended_at IS NULL),
            (SELECT COUNT(*) FROM phones WHERE phones.account_id = accounts.id)
        FROM accounts WHERE id = @account
        """);

    /// <returns>Nothing held when there is no such account.</returns>
    public async Task<HeldWays> FindAsync(Guid account, CancellationToken cancellationToken) =>
        await database.ReadAsync(read => read.FirstAsync(Find, Held, ("account", account)), cancellationToken) ?? new HeldWays();

    private static HeldWays Held(DbDataReader row) => new()
    {
        Password = Count(row, 0) > 0,
        App = Count(row, 1) > 0,
        BackupCodes = Count(row, 2),
        Passkeys = Count(row, 3),
        Phones = Count(row, 4),
    };

    private static int Count(DbDataReader row, int column) => Convert.ToInt32(row[column], CultureInfo.InvariantCulture);
}
