using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Identity.Protocol;

internal sealed class ProtocolOptionsValidator(IHostEnvironment environment) : IValidateOptions<ProtocolOptions>
{
    public ValidateOptionsResult Validate(string? name, ProtocolOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<string> Faults(ProtocolOptions options)
    {
        if (options.Issuer is not { IsAbsoluteUri: true } issuer)
        {
            yield return $"Protocol:Issuer is '{options.Issuer}'. Write the address clients know, such as https://identity.example.";
        }
        else
        {
            if (issuer.Query.Length > 0 || issuer.Fragment.Length > 0)
                yield return $"Protocol:Issuer is '{issuer}'. Leave out the query and the fragment (OpenID Connect Discovery §3).";
            if (issuer.AbsolutePath.Length > 1 && issuer.AbsolutePath.EndsWith('/'))
                yield return $"Protocol:Issuer is '{issuer}'. Leave out the slash at its end: clients add their own (OpenID Connect Discovery §4.1).";
            if (issuer.Scheme != Uri.UriSchemeHttps && (environment.IsProduction() || !issuer.IsLoopback))
                yield return $"Protocol:Issuer is '{issuer}'. Use https; http is for loopback outside Production.";
        }

        if (options.AccessToken < TimeSpan.FromMinutes(1) || options.AccessToken > TimeSpan.FromHours(1))
            yield return $"Protocol:AccessToken is {options.AccessToken}. Write a time from one minute to one hour.";
        if (options.IdentityToken < TimeSpan.FromMinutes(1) || options.IdentityToken > TimeSpan.FromHours(1))
            yield return $"Protocol:IdentityToken is {options.IdentityToken}. Write a time from one minute to one hour.";
    }
}
