using System.Data.Common;
using Identity.Domain.Keys;
using Identity.Domain.Storage;

namespace Identity.Web.Health;

/// <summary>
/// Whether requests may be sent to this node. Looks each time it is asked, but for the schema, which does not go back
/// once it is there.
/// </summary>
internal sealed class Readiness(IDatabase database, Migrator migrator, SigningKeyRing keys, IHostApplicationLifetime lifetime)
{
    private static readonly Statement Ping = new("health.ping", "SELECT 1");
    private volatile bool _migrated;

    public async Task<ReadinessReport> LookAsync(CancellationToken cancellationToken)
    {
        var database = await AnswersAsync(cancellationToken);
        return new ReadinessReport(
            Running: !lifetime.ApplicationStopping.IsCancellationRequested,
            Database: database,
            Migrations: database && await IsMigratedAsync(cancellationToken),
            Keys: keys.IsLoaded);
    }

    private async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await database.ReadAsync(read => read.FirstAsync(Ping, row => row.GetInt32(0)), cancellationToken) == 1;
        }
        catch (StorageUnavailableException)
        {
            return false;
        }
    }

    private async Task<bool> IsMigratedAsync(CancellationToken cancellationToken)
    {
        try
        {
            return _migrated = _migrated || !await migrator.IsPendingAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is DbException or StorageUnavailableException)
        {
            return false;
        }
    }
}

/// <summary>What must hold, each by itself.</summary>
/// <param name="Running">Nobody has asked this node to stop.</param>
/// <param name="Database">The database answers.</param>
/// <param name="Migrations">The schema is the one this program knows.</param>
/// <param name="Keys">The signing keys are loaded.</param>
internal sealed record ReadinessReport(bool Running, bool Database, bool Migrations, bool Keys)
{
    public bool IsReady => Running && Database && Migrations && Keys;
}
