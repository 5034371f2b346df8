using Identity.Domain.Audit;
using Identity.Domain.Storage;

namespace Identity.Domain.Verification.Runs;

/// <summary>Verifiers that gave what they may not give. Every node sees them closed until an operator has looked. Safe for concurrent use.</summary>
public sealed class VerifierClosures(IDatabase database, Ledger ledger, TimeProvider clock)
{
    private const int MostWhy = 512;

    /// <returns>The names of those that are closed.</returns>
    public async Task<IReadOnlySet<string>> ClosedAsync(CancellationToken cancellationToken) =>
        (await database.ReadAsync(read => read.ListAsync(RunStatements.Closed, row => row.GetString(0)), cancellationToken)).ToHashSet(StringComparer.Ordinal);

    /// <summary>Offers a verifier again.</summary>
    /// <returns>Whether it was closed.</returns>
    public async Task<bool> ReopenAsync(string verifier, string actor, CancellationToken cancellationToken) => await ledger.RecordAsync(
        write => write.ExecuteAsync(RunStatements.Reopen, ("verifier", verifier)),
        reopened => reopened == 0 ? Recorded.Nothing : Recorded.Of(Entry(AuditEvents.VerifierReopened, verifier, "") with { Actor = actor }), cancellationToken) == 1;

    internal Task<int> CloseAsync(string verifier, string why, CancellationToken cancellationToken) => ledger.RecordAsync(
        write => write.ExecuteAsync(RunStatements.Close, ("verifier", verifier), ("why", why.Length > MostWhy ? why[..MostWhy] : why), ("now", clock.GetUtcNow().ToUnixTimeMilliseconds())),
        Recorded.Of(Entry(AuditEvents.VerifierOverstepped, verifier, why)), cancellationToken);

    private static AuditEntry Entry(string happened, string verifier, string why) => new(AuditSubject.Operator("verifiers"), happened)
    {
        Details = new[] { ("verifier", verifier), ("why", why) }.Where(detail => detail.Item2.Length > 0).ToDictionary(detail => detail.Item1, detail => detail.Item2),
    };
}
