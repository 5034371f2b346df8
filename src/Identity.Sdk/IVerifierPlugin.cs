namespace Identity.Sdk;

/// <summary>
/// The entry of a plugin: each public class that implements it, and has a constructor without parameters, is created once when
/// the server starts. An assembly has one at least.
/// </summary>
public interface IVerifierPlugin
{
    /// <summary>Makes the verifiers of this plugin.</summary>
    /// <param name="ports">All that a verifier may use of the server.</param>
    /// <param name="settings">
    /// Its own section of the configuration. Report faults there, all of them, rather than throw: the server lists them with
    /// its own and does not start. What this returns beside faults is not used.
    /// </param>
    /// <returns>Verifiers of different names. None, when the settings say that there is nothing to offer.</returns>
    IReadOnlyList<IIdentityVerifier> Create(IVerifierPorts ports, VerifierSettings settings);
}
