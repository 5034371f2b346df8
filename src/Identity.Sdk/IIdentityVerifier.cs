namespace Identity.Sdk;

/// <summary>
/// A way to prove who somebody is. It gathers evidence and grants nothing: the server's policy alone turns evidence into a
/// level. One instance serves everybody at once and keeps nothing of a verification but what its steps carry, since the next
/// answer may arrive at another node.
/// </summary>
/// <remarks>
/// The server bounds how long each call takes. What a call throws, or a call that takes longer, is a fault of the verifier: the
/// person is offered other ways, and after repeated faults nobody is offered this one for a while. What a person can act on is
/// therefore never thrown but <see cref="VerificationStep.Refused"/>.
/// </remarks>
public interface IIdentityVerifier
{
    /// <summary>What it can give and what it asks of a person. The same for as long as the server runs.</summary>
    VerifierManifest Manifest { get; }

    /// <summary>Begins a verification.</summary>
    /// <param name="session">Whose, and what they agreed to hand over; its state is empty.</param>
    /// <param name="cancellationToken">Cancelled when the time that a call has is over.</param>
    /// <returns>The first step.</returns>
    Task<VerificationStep> BeginAsync(VerificationSession session, CancellationToken cancellationToken);

    /// <summary>Goes on with one.</summary>
    /// <param name="session">The same verification, with the state that the last step carried.</param>
    /// <param name="answer">The answer to that step, within the lengths that the step gave. It is given once.</param>
    /// <param name="cancellationToken">Cancelled when the time that a call has is over.</param>
    /// <returns>The next step; the same again, with <see cref="VerificationStep.Ask.Problems"/>, when the answer cannot be used.</returns>
    Task<VerificationStep> ContinueAsync(VerificationSession session, StepAnswer answer, CancellationToken cancellationToken);
}
