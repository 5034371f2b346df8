using Identity.Domain.Storage;
using Microsoft.Extensions.Hosting;

namespace Identity.Domain.Keys.Ring;

/// <summary>
/// Refuses to start a node that cannot open the ring, or whose database was sealed by another ring. Data Protection would
/// make itself a new key, which no other node could open, and go on without the old ones.
/// </summary>
internal sealed class RingAtStart(IDatabase database, RingCheck check, IHostEnvironment environment) : IStartCheck
{
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        var ring = await RingStatements.ListAsync(database, cancellationToken);
        var faults = check.Closed(ring).Concat(InClear(ring)).ToList();
        if (faults.Count == 0)
            faults.AddRange(await check.ForeignAsync(ring, cancellationToken));
        if (faults.Count > 0)
            throw new StartRefusedException(faults);
    }

    private IEnumerable<string> InClear(IReadOnlyList<RingKey> ring) =>
        environment.IsProduction() && ring.Any(key => !key.Revoked && key.ClosedBy is null)
            ? ["The ring of keys in the database stands in clear, so that a stolen backup would open everything. Run the program once with the verb 'keys reseal'."]
            : [];
}
