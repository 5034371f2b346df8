using System.Security.Cryptography;
using System.Text;
using Identity.Domain.Accounts;
using Identity.Domain.Keys;
using Identity.Domain.Limits;

namespace Identity.Domain.Recovery.Proving;

/// <summary>
/// Asks for what leads back into an account, and looks at it, within limits of its own: however many kinds somebody tries, they
/// have the guesses of one. An account that is not there takes the same work and gets the same answers.
/// </summary>
public sealed class RecoveryProver
{
    private const string Method = "recovery";

    private readonly AccountStore _accounts;
    private readonly SignInIds.SignInIds _signInIds;
    private readonly SignInLimits _limits;
    private readonly InstanceSecrets _secrets;
    private readonly Dictionary<RecoveryProofs, IRecoveryProof> _kinds;

    internal RecoveryProver(AccountStore accounts, SignInIds.SignInIds signInIds, SignInLimits limits, InstanceSecrets secrets, IEnumerable<IRecoveryProof> kinds) =>
        (_accounts, _signInIds, _limits, _secrets, _kinds) = (accounts, signInIds, limits, secrets, kinds.ToDictionary(kind => kind.Kind));

    /// <summary>What can be shown by typing it.</summary>
    public RecoveryProofs Kinds => _kinds.Keys.Aggregate(RecoveryProofs.None, (all, kind) => all | kind);

    /// <summary>Sends what is to be shown, where it has to be sent.</summary>
    /// <exception cref="KeyNotFoundException">Nothing of this kind can be typed.</exception>
    public async Task<SendOutcome> AskAsync(RecoveryProofs kind, RecoveryAttempt attempt, CancellationToken cancellationToken) =>
        await _kinds[kind].AskAsync(await KnowAsync(attempt, cancellationToken), cancellationToken);

    /// <summary>Looks at what was typed.</summary>
    /// <exception cref="KeyNotFoundException">Nothing of this kind can be typed.</exception>
    public async Task<ShowOutcome> CheckAsync(RecoveryProofs kind, RecoveryAttempt attempt, string? typed, CancellationToken cancellationToken)
    {
        var counted = new SignInAttempt(attempt.Key, attempt.Network) { Method = Method };
        if (await _limits.CheckAsync(counted, cancellationToken) is LimitDecision.RetryAt waiting)
            return new ShowOutcome.TooManyAttempts(waiting.Time);
        switch (await _kinds[kind].CheckAsync(await KnowAsync(attempt, cancellationToken), typed, cancellationToken))
        {
            case ShowOutcome.Shown when await _limits.RecordSuccessAsync(counted, cancellationToken) is LimitDecision.RetryAt late:
                return new ShowOutcome.TooManyAttempts(late.Time);
            case ShowOutcome.Wrong:
                return await _limits.RecordFailureAsync(counted, cancellationToken) is LimitDecision.RetryAt next
                    ? new ShowOutcome.TooManyAttempts(next.Time)
                    : new ShowOutcome.Wrong();
            case var outcome:
                return outcome;
        }
    }

    internal SignInLimits Limits => _limits;

    /// <summary>The attempt with the account that it is on, or the id of none.</summary>
    internal async Task<RecoveryAttempt> KnowAsync(RecoveryAttempt attempt, CancellationToken cancellationToken)
    {
        var account = attempt switch
        {
            { Owner: { } owner } => await _accounts.FindAsync(owner, cancellationToken),
            { Claim.Identifier: var named } => await FindAsync(named, cancellationToken),
        };
        return attempt with { Account = account, Target = account?.Id ?? Nobody(attempt.Claim) };
    }

    private async Task<KnownAccount?> FindAsync(AccountIdentifier? named, CancellationToken cancellationToken) => named switch
    {
        AccountIdentifier.ByEmail(var address) => await _accounts.FindByEmailAsync(address, cancellationToken),
        AccountIdentifier.BySignInId(var id) => await _signInIds.FindAsync(id, cancellationToken),
        _ => null,
    };

    // The same each time, so that what is counted for it adds up.
    private Guid Nobody(RecoveryClaim claim) =>
        new(HMACSHA256.HashData(_secrets.Get("limits"), Encoding.UTF8.GetBytes($"nobody\0{claim.Key}")).AsSpan(0, 16));
}
