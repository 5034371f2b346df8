using System.Net;
using Microsoft.Extensions.Options;

namespace Identity.Protocol.Outgoing;

internal sealed class OutgoingOptionsValidator : IValidateOptions<OutgoingOptions>
{
    public ValidateOptionsResult Validate(string? name, OutgoingOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(OutgoingOptions options)
    {
        // Half a minute is well within the time for which a delivery is leased to one node.
        if (options.Timeout < TimeSpan.FromSeconds(1) || options.Timeout > TimeSpan.FromSeconds(30))
            yield return $"Outgoing:Timeout is {options.Timeout}. Write a time from one second to 30, such as 00:00:05.";
        foreach (var network in options.PrivateNetworks.Where(network => !IPNetwork.TryParse(network, out _)))
            yield return $"Outgoing:PrivateNetworks holds '{network}'. Write a network, such as 10.20.0.0/16.";
        foreach (var network in options.PrivateNetworks.Where(network => IPNetwork.TryParse(network, out var read) && read.PrefixLength == 0))
            yield return $"Outgoing:PrivateNetworks holds '{network}', which is everybody. Name the networks in which applications are.";
        if (options.CertificateAuthorities.Length > 0 && TrustedAuthorities.Read(options.CertificateAuthorities) is null)
            yield return $"Outgoing:CertificateAuthorities is '{options.CertificateAuthorities}', which is no file that can be read and holds certificates. Name a file of PEM certificates, or leave it empty.";
    }
}
