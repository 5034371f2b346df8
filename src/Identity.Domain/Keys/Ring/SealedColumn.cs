using Identity.Domain.Storage;

namespace Identity.Domain.Keys.Ring;

/// <summary>A column that is sealed by Data Protection, so that it can be sealed again when the ring is renewed.</summary>
/// <param name="Purpose">What its protector is made for.</param>
/// <param name="List">Returns the key of each row, and what is sealed.</param>
/// <param name="Replace">Puts <c>@sealed</c> in the place of <c>@was</c> in the row <c>@key</c>, if it is there still.</param>
/// <param name="Clear">Deletes what nobody can open any more; null where the rows have to stay.</param>
public sealed record SealedColumn(string Purpose, Statement List, Statement Replace, Statement? Clear)
{
    public static SealedColumn Of(string table, string key, string column, string purpose, bool stays = false) => new(purpose,
        new Statement($"{table}.list-sealed", $"SELECT {key}, {column} FROM {table}"),
        new Statement($"{table}.reseal", $"UPDATE {table} SET {column} = @sealed WHERE {key} = @key AND {column} = @was"),
        stays ? null : new Statement($"{table}.clear", $"DELETE FROM {table}"));
}
