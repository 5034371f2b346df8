using Identity.Domain.Storage.Postgres;
using Identity.Domain.Storage.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Storage;

/// <summary>
/// The database: SQLite on one machine, PostgreSQL on many, chosen by <c>Storage:Provider</c>. Hot paths use
/// <see cref="IDatabase"/> with prepared SQL in the room that owns the table, cold ones <see cref="IdentityContext"/>.
/// </summary>
public static class StorageServices
{
    /// <summary>Adds the database named by the section <c>Storage</c> of <paramref name="configuration"/>.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection("Storage");
        services.AddOptions<StorageOptions>().Bind(section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<StorageOptions>, StorageOptionsValidator>();
        services.AddMetrics();
        services.AddSingleton<StatementMetrics>();
        services.AddSingleton<EfStatementCounter>();
        services.AddSingleton<MigrationLock>();
        services.AddSingleton<Migrator>();
        services.AddSingleton<IStartCheck, SchemaAtStart>();
        services.AddSingleton(provider => new BeforeStart(provider.GetServices<IStartCheck>()));
        services.AddHostedService(provider => provider.GetRequiredService<BeforeStart>());
        services.AddSingleton(provider => new Lazy<IDatabase>(provider.GetRequiredService<IDatabase>));

        // A name that is neither is the validator's to tell.
        if (Enum.TryParse<StorageProvider>(section[nameof(StorageOptions.Provider)], ignoreCase: true, out var engine) && engine is StorageProvider.Postgres)
            PostgresStorage.Add(services);
        else
            SqliteStorage.Add(services);
        return services;
    }
}
