using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Identity.Protocol.Outgoing;

/// <summary>
/// The authorities of an organisation's own, whose certificates count beside those that this machine trusts: applications in its
/// network often have no others. They count for nothing but the chain; a wrong name or a missing certificate is refused as ever.
/// </summary>
internal sealed class TrustedAuthorities(X509Certificate2Collection authorities)
{
    /// <returns>Null for a file that cannot be read, or holds no certificate.</returns>
    public static TrustedAuthorities? Read(string file)
    {
        var read = new X509Certificate2Collection();
        try
        {
            read.ImportFromPemFile(file);
        }
        catch (Exception problem) when (problem is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }

        return read.Count > 0 ? new TrustedAuthorities(read) : null;
    }

    public bool Accept(X509Certificate? shown, X509Chain? sent, SslPolicyErrors errors)
    {
        if (errors is SslPolicyErrors.None)
            return true;
        if (errors is not SslPolicyErrors.RemoteCertificateChainErrors || shown is not X509Certificate2 certificate)
            return false;

        using var chain = new X509Chain { ChainPolicy = { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck, DisableCertificateDownloads = true } };
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid("1.3.6.1.5.5.7.3.1")); // RFC 5280 §4.2.1.12: a server.
        foreach (var element in sent?.ChainElements ?? Enumerable.Empty<X509ChainElement>())
            chain.ChainPolicy.ExtraStore.Add(element.Certificate);
        return chain.Build(certificate);
    }
}
