using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Identity.Domain.Storage.Sqlite;

internal static class SqliteStorage
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<SqliteConnections>();
        services.AddSingleton<SqliteConnectionSetup>();
        services.AddSingleton<SqliteReaders>();
        services.AddSingleton<WriterMetrics>();
        services.AddSingleton<SqliteWriter>();
        services.AddSingleton<IDatabase, SqliteDatabase>();
        services.AddDbContext<IdentityContext, SqliteContext>((provider, options) => options
            .UseSqlite(provider.GetRequiredService<SqliteConnections>().ConnectionString)
            .AddInterceptors(provider.GetRequiredService<SqliteConnectionSetup>(), provider.GetRequiredService<EfStatementCounter>()));
    }
}
