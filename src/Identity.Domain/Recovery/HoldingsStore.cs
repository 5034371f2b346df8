using System.Data.Common;
using System.Globalization;
using Identity.Domain.Accounts;
using Identity.Domain.Credentials.WaysIn;
using Identity.Domain.Storage;
using Identity.Domain.Verification.Runs;

namespace Identity.Domain.Recovery;

/// <summary>What an account has, and whether somebody holds it.</summary>
internal sealed record FoundHoldings(RecoveryHoldings Holdings, HoldReason? Hold);

/// <summary>Looks up what its owner could show of an account, over the rooms that keep each kind.</summary>
public sealed class HoldingsStore(IDatabase database, WaysInStore waysIn, OfferedVerifiers verifiers)
{
    private sealed record Row(bool Email, bool Address, HoldReason? Hold, int Contacts, int Phones)
    {
        public static Row Of(DbDataReader row) => new(!row.IsDBNull(0), !row.IsDBNull(1),
            row.IsDBNull(2) ? null : Enum.Parse<HoldReason>(row.GetString(2)), Count(row, 3), Count(row, 4));

        private static int Count(DbDataReader row, int column) => Convert.ToInt32(row[column], CultureInfo.InvariantCulture);
    }

    /// <summary>Whether somebody can prove again who they are: by which verifiers there are, not by what an account has on record, which is for its owner to know.</summary>
    public bool Provable { get; } = verifiers.All.Any(Reproofs.Serves);

    /// <returns>Nothing held when there is no such account.</returns>
    internal async Task<FoundHoldings> FindAsync(Guid account, CancellationToken cancellationToken)
    {
        var ways = await waysIn.FindAsync(account, cancellationToken);
        var row = await database.ReadAsync(read => read.FirstAsync(RecoveryStatements.Holdings, Row.Of, ("account", account)), cancellationToken);
        return new(new RecoveryHoldings(ways)
        {
            Email = row?.Email ?? false,
            Phones = row?.Phones ?? 0,
            Address = row?.Address ?? false,
            Contacts = row?.Contacts ?? 0,
            Provable = Provable,
        }, row?.Hold);
    }

    /// <returns>What an account has that its owner could show.</returns>
    public async Task<RecoveryHoldings> OfAsync(Guid account, CancellationToken cancellationToken) => (await FindAsync(account, cancellationToken)).Holdings;
}
