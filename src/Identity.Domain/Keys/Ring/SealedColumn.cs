using Identity.Domain.Storage;

namespace Identity.Domain.Keys.Ring;

/// <summary>A column that is sealed by Data Protection, so that it can be sealed again when the ring is renewed.</summary>
/// <param name="Purpose">What its protector is made for.</param>
/// <param name="List">Returns the key of each row, and what is sealed.</param>
/// <param name="Replace">Puts <c>@sealed</c> in the place of <c>@was</c> in the row <c>@key</c>, if it is there still.</param>
public sealed record SealedColumn(string Purpose, Statement List, Statement Replace)
{
    public static SealedColumn Of(string table, string key, string column, string purpose) => new(purpose,
        new Statement($"{table}.list-sealed", $"SELECT {key}, {column} FROM {table}"),
        new Statement($"{table}.reseal", $"UPDATE {table} SET {column} = @sealed WHERE {key} = @key AND {column} = @was"));
}
