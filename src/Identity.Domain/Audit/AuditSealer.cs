using System.Text.Json;
using Identity.Domain.Keys;
using Identity.Domain.Storage;
using Identity.Domain.Telemetry;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Identity.Domain.Audit;

/// <summary>
/// Seals, each minute, the head of every chain that grew: one signed Merkle root over all of them and the root before.
/// What stands under a seal can be neither changed nor dropped without showing. Every node may try; one of them seals.
/// </summary>
public sealed partial class AuditSealer(IDatabase database, SigningKeyRing keys, FreshnessMetrics freshness, TimeProvider clock, ILogger<AuditSealer> logger) : BackgroundService
{
    /// <summary>Heads in one seal: enough for a busy minute, few enough that no writer notices.</summary>
    internal const int MostLeaves = 1000;

    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    /// <summary>Makes one seal.</summary>
    /// <returns>How many chains it holds: none when none grew, or another node was first.</returns>
    /// <exception cref="StorageUnavailableException">Nothing was sealed.</exception>
    public async Task<int> SealAsync(CancellationToken cancellationToken)
    {
        if (await database.ReadAsync(read => read.FirstAsync(SealStatements.AnyUnsealed, row => row.GetInt32(0)), cancellationToken) == 0)
            return 0;

        var key = keys.Current.Signing[0];
        var at = clock.GetUtcNow().ToUnixTimeMilliseconds();
        return await database.WriteAsync(write => SealAsync(write, key, at), cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        freshness.Looked(FreshnessMetrics.Seals);
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                while (await SealAsync(stoppingToken) == MostLeaves)
                {
                }

                freshness.Looked(FreshnessMetrics.Seals);
            }
            catch (StorageUnavailableException unavailable)
            {
                SealingWaits(unavailable);
            }
        }
    }

    private static async ValueTask<int> SealAsync(IStatements write, SigningKey key, long at)
    {
        var last = await write.FirstAsync(SealStatements.Last, row => new { Number = row.GetInt64(0), Root = (byte[])row[1] });
        var heads = await write.ListAsync(SealStatements.Unsealed,
            row => new SealedHead(row.GetString(0), row.GetInt64(1), (byte[])row[2]), ("most", MostLeaves));
        if (heads.Count == 0)
            return 0;

        // A key that was taken out of use since is not believed any more; the next look finds its successor.
        if (!await SigningKeyStatements.HoldAsync(write, key.Kid))
            return 0;

        var number = (last?.Number ?? 0) + 1;
        var root = SealText.Root(last?.Root, heads);
        var inserted = await write.ExecuteAsync(SealStatements.Insert,
            ("number", number), ("at", at), ("root", root), ("leaves", heads.Count),
            ("kid", key.Kid), ("signature", key.Sign(SealText.Signed(number, at, root))));
        if (inserted == 0)
            return 0;

        await write.ExecuteAsync(SealStatements.InsertLeaves, ("number", number), ("subjects", JsonSerializer.Serialize(heads.Select(head => head.Subject))));
        await write.ExecuteAsync(SealStatements.Advance, ("number", number));
        return heads.Count;
    }

    [LoggerMessage(1401, LogLevel.Warning, "Sealing the audit chains waits for the database")]
    private partial void SealingWaits(Exception exception);
}
