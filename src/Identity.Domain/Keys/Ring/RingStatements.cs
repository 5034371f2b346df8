using Identity.Domain.Storage;

namespace Identity.Domain.Keys.Ring;

/// <summary>The table in which Data Protection keeps its ring.</summary>
internal static class RingStatements
{
    private static readonly Statement List = new("data-protection-keys.list", "SELECT id, xml FROM data_protection_keys");

    public static readonly Statement Replace = new("data-protection-keys.replace", "UPDATE data_protection_keys SET xml = @xml WHERE id = @row");

    public static async Task<IReadOnlyList<RingKey>> ListAsync(IDatabase database, CancellationToken cancellationToken) =>
        RingKey.Read(await database.ReadAsync(read => read.ListAsync(List, row => (row.GetInt32(0), row.GetString(1))), cancellationToken));
}
