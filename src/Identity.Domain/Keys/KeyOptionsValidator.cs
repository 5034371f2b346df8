using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Keys;

internal sealed class KeyOptionsValidator(IHostEnvironment environment) : IValidateOptions<KeyOptions>
{
    public ValidateOptionsResult Validate(string? name, KeyOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<string> Faults(KeyOptions options)
    {
        foreach (var algorithm in options.Algorithms.Where(algorithm => !KeyMaterial.Algorithms.Contains(algorithm)))
            yield return $"Keys:Algorithms names '{algorithm}'. Write one of {string.Join(", ", KeyMaterial.Algorithms)}.";
        if (options.Announce < TimeSpan.FromHours(1) || options.Announce >= options.Sign)
            yield return $"Keys:Announce is {options.Announce}. Write at least one hour, so that no copy of the JWKS is older, and less than Keys:Sign.";
        if (options.Retire < TimeSpan.FromHours(1))
            yield return $"Keys:Retire is {options.Retire}. Write at least one hour, so that no token outlives its key.";
        if (environment.IsProduction() && options.CertificatePath.Length == 0)
            yield return "Keys:CertificatePath is empty. Production needs a PFX file outside the database, so that a stolen backup opens nothing.";
        if (options.CertificatePath.Length > 0 && !File.Exists(options.CertificatePath))
            yield return $"Keys:CertificatePath names '{options.CertificatePath}', which is not there. Write the path of a PFX file this process may read.";
        else if (options.CertificatePath.Length > 0 && KeyCertificate.Read(options.CertificatePath, options.CertificatePassword) is null)
            yield return $"Keys:CertificatePath names '{options.CertificatePath}', which Keys:CertificatePassword does not open, or which holds no private key. Write both as they belong together.";
    }
}
