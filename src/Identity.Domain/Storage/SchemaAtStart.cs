using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Storage;

/// <summary>Brings the schema up to date before anything reads it, or refuses to start on an old one, or on one of the future.</summary>
internal sealed class SchemaAtStart(Migrator migrator, IOptions<StorageOptions> options, IHostEnvironment environment) : IStartCheck
{
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        if (options.Value.MigrateAtStart || environment.IsDevelopment())
        {
            await migrator.MigrateAsync(cancellationToken);
            return;
        }

        await migrator.RefuseNewerAsync(cancellationToken);
        if (await migrator.IsPendingAsync(cancellationToken))
            throw new StartRefusedException(
                ["The database lacks migrations. Run the program once with the verb 'migrate', or set Storage:MigrateAtStart to true."]);
    }
}
