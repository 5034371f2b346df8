using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Storage.Sqlite;

/// <summary>Lets the migrations command build the model without a host.</summary>
internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteContext>
{
    public SqliteContext CreateDbContext(string[] args) => new(
        new DbContextOptionsBuilder<SqliteContext>().UseSqlite("Data Source=:memory:").Options,
        new Lazy<IDatabase>(() => throw new InvalidOperationException("There is no database at design time.")),
        new SqliteConnections(Options.Create(new StorageOptions())));
}
