using ArchUnitNET.Domain;

namespace Identity.ArchitectureTests;

/// <summary>One way to the database, and each engine behind its own door.</summary>
internal static class StorageRules
{
    public const string SqliteStaysAtHome = "Nobody but Storage/Sqlite knows SQLite's driver";
    public const string PostgresStaysAtHome = "Nobody but Storage/Postgres knows PostgreSQL's driver";
    public const string SavesEnterTheQueue = "Every save of EF Core enters the queue of writes";

    private static readonly string[] SqliteDriver =
    [
        "Microsoft.Data.Sqlite", "SQLitePCL", "Microsoft.EntityFrameworkCore.Sqlite",
        "Microsoft.EntityFrameworkCore.SqliteDbContextOptionsBuilderExtensions", "Microsoft.EntityFrameworkCore.SqliteDatabaseFacadeExtensions",
    ];

    private static readonly string[] PostgresDriver =
    [
        "Npgsql", "NpgsqlTypes",
        "Microsoft.EntityFrameworkCore.NpgsqlDbContextOptionsBuilderExtensions", "Microsoft.EntityFrameworkCore.NpgsqlDatabaseFacadeExtensions",
    ];

    // What writes past SaveChanges, which is where IdentityContext sends a write through IDatabase.
    private static readonly string[] Past =
    [
        "ExecuteUpdate", "ExecuteUpdateAsync", "ExecuteDelete", "ExecuteDeleteAsync", "ExecuteSql", "ExecuteSqlAsync",
        "ExecuteSqlRaw", "ExecuteSqlRawAsync", "ExecuteSqlInterpolated", "ExecuteSqlInterpolatedAsync",
        "BeginTransaction", "BeginTransactionAsync", "UseTransaction", "UseTransactionAsync", "GetDbConnection",
    ];

    public static readonly Rule[] All =
    [
        Rule.Blind(SqliteStaysAtHome, house => house.Types.Except(house.In("Domain.Storage.Sqlite")), _ => SqliteDriver),
        Rule.Blind(PostgresStaysAtHome, house => house.Types.Except(house.In("Domain.Storage.Postgres")), _ => PostgresDriver),
        new(SavesEnterTheQueue, house => ContextsOfTheirOwn(house).Concat(CallsPast(house))),
    ];

    private static IEnumerable<Breach> ContextsOfTheirOwn(House house) =>
        from type in house.Types
        where type.Type is Class { } candidate && candidate.InheritedClasses.Any(parent => parent.FullName == "Microsoft.EntityFrameworkCore.DbContext")
            && type.Name != house.At("Domain.Storage.IdentityContext")
            && candidate.InheritedClasses.All(parent => parent.FullName != house.At("Domain.Storage.IdentityContext"))
        select new Breach(type.Name, "is a DbContext that is no IdentityContext");

    private static IEnumerable<Breach> CallsPast(House house) =>
        from type in house.Types.Except(house.In("Domain.Storage"))
        from call in type.Calls
        where House.IsIn(call.Type, "Microsoft.EntityFrameworkCore") && Past.Contains(call.Method)
        select new Breach(type.Name, $"calls {call.Method}");
}
