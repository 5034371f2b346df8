namespace Identity.Domain.Storage;

/// <summary>How a room gets rid of rows whose time is over.</summary>
/// <param name="Delete">The statement, made by <see cref="Batch"/>.</param>
/// <param name="Keep">How long past their end rows stay, for whoever asks what happened.</param>
public sealed record Expiry(Statement Delete, TimeSpan Keep)
{
    /// <summary>The most rows that go in one transaction: nobody who waits for the writer notices.</summary>
    public const int MostRows = 200;

    /// <param name="table">The table.</param>
    /// <param name="key">Its primary key; several columns with commas between.</param>
    /// <param name="end">The column, with an index, that says when a row's time is over.</param>
    internal static Statement Batch(string table, string key, string end) => new($"{table}.prune",
        $"DELETE FROM {table} WHERE ({key}) IN (SELECT {key} FROM {table} WHERE {end} < @before LIMIT {MostRows})");
}
