namespace Identity.Domain.Storage;

/// <summary>The engines the schema and the prepared SQL are written for.</summary>
public enum StorageProvider
{
    Sqlite,
    Postgres,
}
