using Identity.Domain.Accounts;

namespace Identity.Domain.Recovery.Proving;

/// <summary>
/// One kind of thing that leads back into an account: how it is asked for and looked at. A kind that is added here is offered
/// by the pages and weighed by <see cref="RecoveryPolicy"/>. Not here: a passkey, which says by itself whose it is, and an identity
/// proved again, which takes steps: <see cref="ByIdentity"/>.
/// </summary>
internal interface IRecoveryProof
{
    RecoveryProofs Kind { get; }

    /// <summary>Sends what is to be shown, where it has to be sent. The same for an account that is not there.</summary>
    Task<SendOutcome> AskAsync(RecoveryAttempt attempt, CancellationToken cancellationToken) => Task.FromResult<SendOutcome>(new SendOutcome.Sent());

    /// <summary>Looks at what was typed. The same for an account that is not there.</summary>
    Task<ShowOutcome> CheckAsync(RecoveryAttempt attempt, string? typed, CancellationToken cancellationToken);
}
