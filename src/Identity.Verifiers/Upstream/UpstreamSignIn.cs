using Identity.Sdk;

namespace Identity.Verifiers.Upstream;

/// <summary>Signs people in at another provider. It asks for who it is and for nothing else: not even a name.</summary>
internal sealed class UpstreamSignIn(RelyingParty party, TwoFactors factors) : ISignInProvider
{
    public async Task<SignInStep> DepartAsync(Uri callback, string locale, CancellationToken cancellationToken)
    {
        try
        {
            var (address, state, departure) = await party.DepartAsync(callback, Wanted(locale), cancellationToken);
            return new SignInStep.Departed(new(address, state) { State = departure.Write() });
        }
        catch (UpstreamFault fault)
        {
            return Refuse(fault);
        }
    }

    public async Task<SignInStep> ReturnAsync(Uri callback, string state, IReadOnlyDictionary<string, string> parameters, CancellationToken cancellationToken)
    {
        if (Departure.Read(state) is not { } departure)
            return Refuse(UpstreamFault.Broken("response-state"));
        try
        {
            var answer = await party.ReturnAsync(callback, departure, parameters, cancellationToken);
            return new SignInStep.Known(party.Settings.Issuer, answer.Subject, factors.Of(answer.IdToken));
        }
        catch (UpstreamFault fault)
        {
            return Refuse(fault);
        }
    }

    private IEnumerable<(string, string)> Wanted(string locale)
    {
        yield return ("scope", "openid");
        yield return ("ui_locales", locale);
        if (factors.Acr.Count > 0)
            yield return ("acr_values", string.Join(' ', factors.Acr));
    }

    private static SignInStep.Failed Refuse(UpstreamFault fault) => new(new VerificationStep.Refused(fault.Reason) { Cause = fault.Cause });
}
