using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Npgsql;

namespace Identity.Domain.Storage.Postgres;

/// <summary>Lets the migrations command build the model without a host.</summary>
internal sealed class PostgresDesignTime : IDesignTimeDbContextFactory<PostgresContext>
{
    public PostgresContext CreateDbContext(string[] args) => new(
        new DbContextOptionsBuilder<PostgresContext>().UseNpgsql("Host=localhost").Options,
        new Lazy<IDatabase>(() => throw new InvalidOperationException("There is no database at design time.")),
        NpgsqlDataSource.Create("Host=localhost"));
}
