using System.Security.Cryptography;
using System.Text;
using Identity.Domain.Keys;
using Identity.Domain.Sessions.Trust;
using Identity.Domain.Verification.Runs;
using Identity.Sdk;

namespace Identity.Domain.Credentials.Upstream;

/// <summary>Sends people to other providers and takes them back. Whoever calls sees to it that a browser comes back once, with what it left with.</summary>
public sealed class UpstreamVisits
{
    private readonly UpstreamProviders _providers;
    private readonly VerifierCalls _calls;
    private readonly VerifierClosures _closures;
    private readonly InstanceSecrets _secrets;

    internal UpstreamVisits(UpstreamProviders providers, VerifierCalls calls, VerifierClosures closures, InstanceSecrets secrets) =>
        (_providers, _calls, _closures, _secrets) = (providers, calls, closures, secrets);

    /// <summary>Asks for the way there.</summary>
    /// <param name="provider">The name of the provider.</param>
    /// <param name="callback">Where the browser comes back to.</param>
    /// <param name="locale">The language that the person reads.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<UpstreamVisit> LeaveAsync(string provider, Uri callback, string locale, CancellationToken cancellationToken) =>
        CallAsync(provider, (it, token) => it.DepartAsync(callback, locale, token), cancellationToken);

    /// <summary>Asks who came back.</summary>
    /// <param name="provider">The name of the provider.</param>
    /// <param name="callback">The same address as before.</param>
    /// <param name="state">What was kept: <see cref="UpstreamVisit.Away.State"/>.</param>
    /// <param name="parameters">What the browser brought, without the state.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<UpstreamVisit> ReturnAsync(string provider, Uri callback, string state, IReadOnlyDictionary<string, string> parameters, CancellationToken cancellationToken) =>
        parameters.Count > SdkLimits.Fields || parameters.Any(one => one.Key.Length > SdkLimits.Name || one.Value.Length > SdkLimits.Address)
            ? Task.FromResult<UpstreamVisit>(new UpstreamVisit.Failed(RefusalReason.Unavailable))
            : CallAsync(provider, (it, token) => it.ReturnAsync(callback, state, parameters, token), cancellationToken);

    private async Task<UpstreamVisit> CallAsync(string name, Func<ISignInProvider, CancellationToken, Task<SignInStep>> call, CancellationToken cancellationToken)
    {
        if (_providers.Find(name) is not { } provider || _calls.RestsUntil(name) is not null || (await _closures.ClosedAsync(cancellationToken)).Contains(name))
            return new UpstreamVisit.Failed(RefusalReason.Unavailable);
        return await _calls.CallAsync(name, token => call(provider.SignIn, token), cancellationToken) switch
        {
            SignInStep.Departed { Redirect: var away } when away.State.Length <= SdkLimits.Value => new UpstreamVisit.Away(away.Address, away.CallbackState, away.State),
            SignInStep.Known known => new UpstreamVisit.Back(new(name, Hash(known), MethodOf(known.Trust))),
            SignInStep.Failed { Refusal: var refusal } => Failed(name, refusal),
            _ => new UpstreamVisit.Failed(RefusalReason.Unavailable),
        };
    }

    private UpstreamVisit.Failed Failed(string name, VerificationStep.Refused refusal)
    {
        _calls.Refused(name, refusal.Cause);
        return new(refusal.Reason);
    }

    // A login of somebody else's is a keyed hash here: neither a stolen table nor two of them say who is a customer where.
    private byte[] Hash(SignInStep.Known known) => HMACSHA256.HashData(_secrets.Get("upstream-links"), Encoding.UTF8.GetBytes($"{known.Issuer}\0{known.Subject}"));

    // Nobody here saw how it was done, so that nothing is called resistant to phishing.
    private static ProofMethod MethodOf(CredentialTrust trust) => trust >= CredentialTrust.Aal2 ? ProofMethod.UpstreamTwoFactors : ProofMethod.Upstream;
}
