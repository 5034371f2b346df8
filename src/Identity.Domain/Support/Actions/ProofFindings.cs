using Identity.Domain.Support.Lookup;
using Identity.Domain.Support.Staff;
using Identity.Domain.Verification.Levels;
using Identity.Domain.Verification.Record;

namespace Identity.Domain.Support.Actions;

/// <summary>Something that was found against a proof and holds it back.</summary>
public sealed record Finding(Guid Id, string Code, DateTimeOffset At);

/// <summary>What staff may clear once they have looked: the kind of thing and when, never the proof.</summary>
public sealed class ProofFindings(AccountFiles files, IdentityRecord record, LevelRules rules, TimeProvider clock)
{
    /// <returns>Those of the account that a look keeps open; none when it is over.</returns>
    public async Task<IReadOnlyList<Finding>> ListAsync(StaffSession session, Guid look, CancellationToken cancellationToken)
    {
        if (await files.FindAsync(session, look, cancellationToken) is not { } account)
            return [];
        var (_, against) = await record.HeldAsync(account.Id, cancellationToken);
        return [.. against.Where(one => one.WeightAt(clock.GetUtcNow(), rules.Indicators) > 0).Select(one => new Finding(one.Id, one.Code, one.At))];
    }
}
