namespace Identity.Domain.Storage.Snapshots;

/// <summary>The row of each <see cref="ISnapshot"/> that says when to look again.</summary>
internal static class SnapshotVersions
{
    private static readonly Statement FindOne = new("snapshot-versions.find", "SELECT version FROM snapshot_versions WHERE name = @name");

    private static readonly Statement ListAll = new("snapshot-versions.list", "SELECT name, version FROM snapshot_versions");

    private static readonly Statement BumpOne = new("snapshot-versions.bump",
        """
        INSERT INTO snapshot_versions (name, version) VALUES (@name, 1)
        ON CONFLICT (name) DO UPDATE SET version = snapshot_versions.version + 1
        """);

    /// <returns>The version, 0 before the first change.</returns>
    public static Task<long> FindAsync(IDatabase database, string name, CancellationToken cancellationToken) =>
        database.ReadAsync(read => read.FirstAsync(FindOne, row => row.GetInt64(0), ("name", name)), cancellationToken);

    public static async Task<IReadOnlyDictionary<string, long>> ListAsync(IDatabase database, CancellationToken cancellationToken) =>
        (await database.ReadAsync(read => read.ListAsync(ListAll, row => KeyValuePair.Create(row.GetString(0), row.GetInt64(1))), cancellationToken)).ToDictionary();

    /// <summary>Moves the version with the change of the same unit of work, which others that change the same wait for from here on.</summary>
    public static ValueTask<int> BumpAsync(IStatements write, string name) => write.ExecuteAsync(BumpOne, ("name", name));
}
