namespace Identity.Domain.Storage;

/// <summary>
/// One prepared SQL statement, made once and kept in a static field of the room that owns its table. Parameters are
/// written <c>@name</c>; times are Unix milliseconds.
/// </summary>
public sealed class Statement
{
    private readonly string _sqlite;
    private readonly string _postgres;
    private readonly KeyValuePair<string, object?>[][] _tags;

    /// <param name="name">Table and verb, such as <c>grants.redeem</c>: what metrics and traces call it.</param>
    /// <param name="sql">SQL that both engines accept.</param>
    public Statement(string name, string sql) : this(name, sql, sql)
    {
    }

    /// <param name="name">Table and verb.</param>
    /// <param name="sqlite">SQL for SQLite.</param>
    /// <param name="postgres">SQL for PostgreSQL, with the same parameters and the same columns.</param>
    public Statement(string name, string sqlite, string postgres)
    {
        Name = name;
        var operation = sqlite.TrimStart().Split([' ', '\n', '\r'], 2)[0].ToUpperInvariant();
        _tags = [.. Enum.GetValues<StorageProvider>().Select(provider => Tags(provider, operation))];
        _sqlite = sqlite;
        _postgres = postgres;
    }

    public string Name { get; }

    /// <summary>What metrics and traces say of it, by the semantic conventions for databases.</summary>
    internal ReadOnlySpan<KeyValuePair<string, object?>> TagsFor(StorageProvider provider) => _tags[(int)provider];

    public string SqlFor(StorageProvider provider) => provider switch
    {
        StorageProvider.Sqlite => _sqlite,
        StorageProvider.Postgres => _postgres,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private KeyValuePair<string, object?>[] Tags(StorageProvider provider, string operation) =>
    [
        new("db.system.name", StatementMetrics.SystemName(provider)),
        new("db.operation.name", operation),
        new("db.query.summary", Name),
    ];
}
