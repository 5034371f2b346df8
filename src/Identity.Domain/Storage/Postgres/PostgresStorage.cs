using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Identity.Domain.Storage.Postgres;

internal static class PostgresStorage
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton(provider => CreateSource(provider.GetRequiredService<IOptions<StorageOptions>>().Value));
        services.AddSingleton<IDatabase, PostgresDatabase>();
        services.AddHostedService<ListenForChanges>();
        services.AddDbContext<IdentityContext, PostgresContext>((provider, options) => options
            .UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>())
            // A failure is an exception, which whoever catches it logs; the first look for the table of migrations is none.
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.CommandError))
            .AddInterceptors(provider.GetRequiredService<EfStatementCounter>()));
    }

    private static NpgsqlDataSource CreateSource(StorageOptions options)
    {
        var connection = new NpgsqlConnectionStringBuilder(options.ConnectionString)
        {
            MaxAutoPrepare = 200,
            AutoPrepareMinUsages = 2,
            Enlist = false,
        };
        connection.Options = $"{connection.Options} -c lock_timeout={(int)options.LockTimeout.TotalMilliseconds}".Trim();
        return NpgsqlDataSource.Create(connection);
    }
}
