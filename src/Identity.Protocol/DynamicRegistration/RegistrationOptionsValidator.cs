using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Identity.Protocol.DynamicRegistration;

internal sealed class RegistrationOptionsValidator(IHostEnvironment environment) : IValidateOptions<RegistrationOptions>
{
    private const int MostEver = 100_000;

    public ValidateOptionsResult Validate(string? name, RegistrationOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<string> Faults(RegistrationOptions options)
    {
        if (options.DangerOpenOnLoopback && environment.IsProduction())
            yield return "Registration:DangerOpenOnLoopback is true. Remove it: in Production whoever registers an application shows a token.";
        if (options.Most is < 1 or > MostEver)
            yield return $"Registration:Most is {options.Most}. Write a number from 1 to {MostEver}.";
        if (string.IsNullOrWhiteSpace(options.Scopes))
            yield return "Registration:Scopes is empty. Write what applications that registered themselves may ask for, such as openid profile.";
        if (options.StatementIssuers is { Length: > 0 } file && StatementIssuers.Fault(file) is { } fault)
            yield return $"Registration:StatementIssuers is '{file}': {fault}";
    }
}
