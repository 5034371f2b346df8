using Identity.Domain.Keys.Ring;
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
        foreach (var fault in ProtectionFaults(options))
            yield return fault;
    }

    private IEnumerable<string> ProtectionFaults(KeyOptions options)
    {
        if (environment.IsProduction() && options.CertificatePath.Length == 0 && options.FilePath.Length == 0)
            yield return "Keys:CertificatePath and Keys:FilePath are empty. Production needs a PFX file or a key file outside the database, so that a stolen backup opens nothing.";
        if (options.CertificatePath.Length > 0 && options.FilePath.Length > 0)
            yield return "Keys:CertificatePath and Keys:FilePath are both set. Write the one that is to close the ring, and the other among the previous ones.";
        foreach (var fault in CertificateFaults("Keys:CertificatePath", options.CertificatePath, "Keys:CertificatePassword", options.CertificatePassword))
            yield return fault;
        foreach (var fault in FileFaults("Keys:FilePath", options.FilePath))
            yield return fault;
        foreach (var fault in options.PreviousCertificates.SelectMany(path =>
            CertificateFaults("Keys:PreviousCertificates", path, "Keys:PreviousCertificatePassword", options.PreviousCertificatePassword)))
            yield return fault;
        foreach (var fault in options.PreviousFiles.SelectMany(path => FileFaults("Keys:PreviousFiles", path)))
            yield return fault;
    }

    private static IEnumerable<string> CertificateFaults(string key, string path, string passwordKey, string password)
    {
        if (path.Length == 0)
            yield break;
        if (!File.Exists(path))
            yield return $"{key} names '{path}', which is not there. Write the path of a PFX file this process may read.";
        else if (KeyCertificate.Read(path, password) is null)
            yield return $"{key} names '{path}', which {passwordKey} does not open, or which holds no private key. Write both as they belong together.";
    }

    private static IEnumerable<string> FileFaults(string key, string path)
    {
        if (path.Length == 0)
            yield break;
        if (!File.Exists(path))
            yield return $"{key} names '{path}', which is not there. Write the path of a key file this process may read; the verb 'keys make-file' makes one.";
        else if (KeyFile.Read(path) is null)
            yield return $"{key} names '{path}', which is no key file, or which this process may not read. The verb 'keys make-file' makes one.";
    }
}
