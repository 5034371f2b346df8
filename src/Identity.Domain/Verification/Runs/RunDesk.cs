using Identity.Domain.Audit;
using Identity.Domain.Credentials;
using Identity.Domain.Limits;
using Identity.Domain.Storage;
using Identity.Domain.Verification.Levels;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Verification.Runs;

/// <summary>What a verification needs beside its verifier: its seals and limits, its end by its owner, its way to another device.</summary>
internal sealed class RunDesk(RunSeal seal, RunLimits limits, IDatabase database, Ledger ledger, TimeProvider clock)
{
    private const int HandoffLength = 8;

    public RunSeal Seal => seal;

    public DayBudgets Budgets => limits.Budgets;

    public VerifierClosures Closures => limits.Closures;

    public VerificationMetrics Metrics => limits.Metrics;

    public LevelRules Levels => limits.Levels;

    public async Task<bool> CancelAsync(Guid id, Guid account, bool quietly, CancellationToken cancellationToken) => await ledger.RecordAsync(
        write => write.FirstAsync(RunStatements.Cancel, row => row.GetString(0), ("id", id), ("account", account), ("now", Now)),
        verifier => verifier is null || quietly ? Recorded.Nothing : Recorded.Of(new AuditEntry(AuditSubject.Account(account), AuditEvents.VerificationCancelled)
        {
            Details = new Dictionary<string, string> { ["verifier"] = verifier, ["verification"] = id.ToString("D") },
        }), cancellationToken) is not null;

    public async Task<string?> HandOffAsync(Guid id, Guid account, CancellationToken cancellationToken)
    {
        var code = CopiedText.Create(HandoffLength);
        var made = await database.WriteAsync(write => write.ExecuteAsync(RunStatements.HandOff, ("id", id), ("account", account), ("hash", seal.Handoff(code)),
            ("until", (clock.GetUtcNow() + limits.HandoffLife).ToUnixTimeMilliseconds()), ("now", Now)), cancellationToken);
        return made == 1 ? CopiedText.Group(code, HandoffLength / 2) : null;
    }

    public async Task<Guid?> TakeOverAsync(string? typed, string key, CancellationToken cancellationToken)
    {
        if (CopiedText.Read(typed, HandoffLength) is not { } code)
            return null;
        return await database.WriteAsync(write => write.FirstAsync(RunStatements.TakeOver, row => (Guid?)row.GetGuid(0),
            ("hash", seal.Handoff(code)), ("device", seal.Device(key)), ("now", Now)), cancellationToken);
    }

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();
}

/// <summary>What bounds verifications.</summary>
internal sealed class RunLimits(DayBudgets budgets, VerifierClosures closures, VerificationMetrics metrics, LevelRules levels, RunTimes times)
{
    public DayBudgets Budgets => budgets;

    public VerifierClosures Closures => closures;

    public VerificationMetrics Metrics => metrics;

    public LevelRules Levels => levels;

    public TimeSpan HandoffLife => times.HandoffLife;

    public DateTimeOffset Now => times.Now;
}

/// <summary>How long things take, and what the time is.</summary>
internal sealed class RunTimes(IOptions<VerificationOptions> options, TimeProvider clock)
{
    public TimeSpan HandoffLife => options.Value.HandoffLife;

    public TimeSpan Life => options.Value.Life;

    public DateTimeOffset Now => clock.GetUtcNow();
}
