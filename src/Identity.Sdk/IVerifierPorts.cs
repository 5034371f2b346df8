namespace Identity.Sdk;

/// <summary>All that a verifier may use of the server. Safe to use from many threads; each plugin has its own.</summary>
public interface IVerifierPorts
{
    /// <summary>The time, in UTC. Use no other, so that a test can move it.</summary>
    TimeProvider Clock { get; }

    /// <summary>Chance that nobody can guess.</summary>
    IRandomPort Random { get; }

    /// <summary>Values that have to outlive a call or be seen by other nodes.</summary>
    ISealedStore Store { get; }

    /// <summary>Letters by post.</summary>
    ILetterPort Letters { get; }

    /// <summary>The way out of the server.</summary>
    IHttpPort Http { get; }

    /// <summary>
    /// Where a browser comes back to that a <see cref="VerificationStep.Redirect"/> of the verifier with this name sent away. It
    /// is the same for every verification, so that another provider can register it; what it brings in the query
    /// parameter <c>state</c> says whose it is.
    /// </summary>
    Uri CallbackAddress(string verifier);
}
