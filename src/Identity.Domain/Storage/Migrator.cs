using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Identity.Domain.Storage;

/// <summary>Brings the schema up to date. Does nothing, and locks nothing, when nothing is pending.</summary>
public sealed partial class Migrator(IServiceScopeFactory scopes, IDatabase database, TimeProvider clock, ILogger<Migrator> logger)
{
    private static readonly Statement ClearLock = new("migrations.unlock", """DELETE FROM "__EFMigrationsLock" """);
    private static readonly Statement FindLock = new("migrations.lock", "SELECT 1 FROM sqlite_master WHERE name = '__EFMigrationsLock'");

    /// <returns>The names of the migrations that were applied.</returns>
    /// <exception cref="StartRefusedException">The schema is newer than this program.</exception>
    public async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<IdentityContext>();
        await RefuseNewerAsync(context, cancellationToken);
        if (!(await PendingAsync(context, cancellationToken)).Any())
            return [];

        using var exclusive = database.Provider is StorageProvider.Sqlite
            ? await scope.ServiceProvider.GetRequiredService<MigrationLock>().TakeAsync(cancellationToken)
            : null;
        var pending = (await PendingAsync(context, cancellationToken)).ToList();
        if (pending.Count == 0)
            return [];

        if (database.Provider is StorageProvider.Sqlite)
            await ClearLeftLockAsync(cancellationToken);
        await context.Database.MigrateAsync(cancellationToken);
        Applied(pending.Count, pending[^1], clock.GetUtcNow());
        return pending;
    }

    /// <summary>Whether the schema lacks a migration this program knows.</summary>
    public async Task<bool> IsPendingAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return (await PendingAsync(scope.ServiceProvider.GetRequiredService<IdentityContext>(), cancellationToken)).Any();
    }

    /// <exception cref="StartRefusedException">The schema is newer than this program.</exception>
    public async Task RefuseNewerAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await RefuseNewerAsync(scope.ServiceProvider.GetRequiredService<IdentityContext>(), cancellationToken);
    }

    private static async Task RefuseNewerAsync(IdentityContext context, CancellationToken cancellationToken)
    {
        var known = context.Database.GetMigrations().ToHashSet();
        if ((await AppliedAsync(context, cancellationToken)).FirstOrDefault(name => !known.Contains(name)) is { } newer)
            throw new StartRefusedException(
                [$"A newer program has changed the database: it holds the migration {newer}, which this one does not know. Start the newer program, or restore the backup made before it."]);
    }

    private static async Task<IEnumerable<string>> PendingAsync(IdentityContext context, CancellationToken cancellationToken)
    {
        var applied = await AppliedAsync(context, cancellationToken);
        return context.Database.GetMigrations().Where(name => !applied.Contains(name));
    }

    private static async Task<IReadOnlySet<string>> AppliedAsync(IdentityContext context, CancellationToken cancellationToken)
    {
        var history = context.GetService<IHistoryRepository>();
        return await context.Database.CanConnectAsync(cancellationToken) && await history.ExistsAsync(cancellationToken)
            ? (await history.GetAppliedMigrationsAsync(cancellationToken)).Select(row => row.MigrationId).ToHashSet()
            : [];
    }

    private async Task ClearLeftLockAsync(CancellationToken cancellationToken) =>
        await database.WriteAsync(async write =>
            await write.FirstAsync(FindLock, row => row.GetInt32(0)) == 1 ? await write.ExecuteAsync(ClearLock) : 0, cancellationToken);

    [LoggerMessage(1001, LogLevel.Information, "Applied {Count} migrations, the last {Migration}, at {Time}")]
    private partial void Applied(int count, string migration, DateTimeOffset time);
}
