using System.Data.Common;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Identity.Domain.Storage;

/// <summary>
/// The schema, gathered from the <see cref="IEntityTypeConfiguration{TEntity}"/> of each room, and the way to the cold
/// tables. Saving is a write like every other: it enters the same queue and the same transaction.
/// </summary>
public abstract class IdentityContext(DbContextOptions options, Lazy<IDatabase> database) : DbContext(options), IDataProtectionKeyContext
{
    private Statements? _write;

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>
    /// Runs <paramref name="work"/> with this context inside a unit of work that is already open, so that what it saves
    /// commits together with the audit and the messages of the same change.
    /// </summary>
    public async ValueTask<T> WithinAsync<T>(IStatements write, Func<Task<T>> work)
    {
        _write = (Statements)write;
        Database.SetDbConnection(_write.Connection);
        try
        {
            await Database.UseTransactionAsync(_write.Transaction, write.Cancellation);
            return await work();
        }
        finally
        {
            await Database.UseTransactionAsync(null, CancellationToken.None);
            Database.SetDbConnection(CreateConnection(), contextOwnsConnection: true);
            _write = null;
        }
    }

    /// <summary>A closed connection for reading, in place of the one that a write took.</summary>
    protected abstract DbConnection CreateConnection();

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (_write is not null)
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);

        return await database.Value.WriteAsync(
            write => WithinAsync(write, () => base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken)),
            cancellationToken);
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        // The Data Protection key repository has no asynchronous door; it stores a key once in ninety days, and may do
        // so on behalf of a unit of work, whose context must not flow into this write.
        using (ExecutionContext.SuppressFlow())
            return Task.Run(() => SaveChangesAsync(acceptAllChangesOnSuccess)).GetAwaiter().GetResult();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(IdentityContext).Assembly);
        SnakeCase.Apply(modelBuilder.Model);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMillisecondsConverter>();
    }
}
