namespace Identity.Domain.Storage;

/// <summary>Where accounts, grants and everything else are kept. Section <c>Storage</c>.</summary>
public sealed class StorageOptions
{
    public StorageProvider Provider { get; set; } = StorageProvider.Sqlite;

    /// <summary>File of the SQLite database; its folder is created.</summary>
    public string Path { get; set; } = "data/identity.db";

    /// <summary>Connection string of the PostgreSQL database.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>How long a statement waits for a lock held by somebody else before it gives up.</summary>
    public TimeSpan LockTimeout { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>Connections that read SQLite beside the one that writes.</summary>
    public int Readers { get; set; } = 4;

    /// <summary>Writes that may wait for SQLite's one writer; one more is refused at once.</summary>
    public int WriteQueue { get; set; } = 4096;

    /// <summary>Apply pending migrations at the start, as Development always does. Otherwise the <c>migrate</c> verb does it.</summary>
    public bool MigrateAtStart { get; set; }

    /// <summary>How often what has expired is deleted.</summary>
    public TimeSpan PruneEvery { get; set; } = TimeSpan.FromMinutes(5);
}
