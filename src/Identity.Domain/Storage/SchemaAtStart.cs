using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Storage;

/// <summary>Brings the schema up to date before anything reads it, or refuses to start on an old one.</summary>
internal sealed class SchemaAtStart(Migrator migrator, IOptions<StorageOptions> options, IHostEnvironment environment) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.MigrateAtStart || environment.IsDevelopment())
            await migrator.MigrateAsync(cancellationToken);
        else if (await migrator.IsPendingAsync(cancellationToken))
            throw new OptionsValidationException("Storage", typeof(StorageOptions),
                ["The database lacks migrations. Run the program once with the verb 'migrate', or set Storage:MigrateAtStart to true."]);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
