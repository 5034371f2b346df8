namespace Identity.Sdk;

/// <summary>
/// A verifier whose organisation can also say who is signing in, where an operator lets it: implement this beside
/// <see cref="IIdentityVerifier"/>, and have the texts <see cref="TextKeys.Organisation"/> and
/// <see cref="TextKeys.SignInPrivacy"/>. The server keeps which of its accounts belongs to whom, and starts the session. What
/// holds for the calls of a verifier holds here. Since version 2.
/// </summary>
public interface ISignInProvider
{
    /// <summary>Sends a browser away to sign in.</summary>
    /// <param name="callback">Where it has to come back to.</param>
    /// <param name="locale">The language that the person reads.</param>
    /// <param name="cancellationToken">Cancelled when the time that a call has is over.</param>
    Task<SignInStep> DepartAsync(Uri callback, string locale, CancellationToken cancellationToken);

    /// <summary>Takes it back. It brought the state that it was sent away with, and for that browser this is the first time.</summary>
    /// <param name="callback">The same address as before.</param>
    /// <param name="state">What <see cref="SignInStep.Departed.State"/> was.</param>
    /// <param name="parameters">Of the query, each once, without the state.</param>
    /// <param name="cancellationToken">As above.</param>
    Task<SignInStep> ReturnAsync(Uri callback, string state, IReadOnlyDictionary<string, string> parameters, CancellationToken cancellationToken);
}

/// <summary>How far a sign-in at another organisation is. Since version 2.</summary>
public abstract record SignInStep
{
    private SignInStep()
    {
    }

    /// <summary>The kind of step alone: this text may find its way into a log.</summary>
    public sealed override string ToString() => GetType().Name;

    /// <summary>The browser goes elsewhere.</summary>
    /// <param name="Redirect">Where to, and what it must bring back; its <see cref="VerificationStep.State"/> is kept meanwhile.</param>
    public sealed record Departed(VerificationStep.Redirect Redirect) : SignInStep
    {
        /// <summary>What is wanted at the return. The browser keeps it, sealed: it should be short.</summary>
        public string State => Redirect.State;
    }

    /// <summary>Somebody signed in there.</summary>
    /// <param name="Issuer">The organisation's own identifier.</param>
    /// <param name="Subject">By what it knows the person for ever. The server keeps a keyed hash of both.</param>
    /// <param name="Trust">How well they signed in there, by what the organisation said. The server believes two factors at most.</param>
    public sealed record Known(string Issuer, string Subject, CredentialTrust Trust) : SignInStep
    {
        /// <summary>The organisation's own identifier.</summary>
        public string Issuer { get; } = SdkLimits.Check(Issuer, SdkLimits.Value, nameof(Issuer));

        /// <summary>By what it knows the person.</summary>
        public string Subject { get; } = SdkLimits.Check(Subject, SdkLimits.Value, nameof(Subject));
    }

    /// <summary>Nobody did, or it is not to be believed.</summary>
    /// <param name="Refusal">Why.</param>
    public sealed record Failed(VerificationStep.Refused Refusal) : SignInStep;
}
