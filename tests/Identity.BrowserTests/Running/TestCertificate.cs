using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Identity.BrowserTests.Running;

/// <summary>A certificate for <c>*.test</c> and two addresses of this machine that lives as long as the run; the browser is told of its key and of no other.</summary>
internal static class TestCertificate
{
    public static X509Certificate2 Value { get; } = Create();

    /// <summary>SHA-256 of the public key, as Chromium wants it.</summary>
    public static string SpkiHash { get; } = Convert.ToBase64String(SHA256.HashData(Value.PublicKey.ExportSubjectPublicKeyInfo()));

    // Hosts of their own that need no name server.
    private static IEnumerable<IPAddress> Hosts => [IPAddress.Parse("127.0.0.2"), IPAddress.Parse("127.0.0.3")];

    private static X509Certificate2 Create()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=*.test", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("*.test");
        foreach (var host in Hosts)
            names.AddIpAddress(host);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var made = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        // Kestrel needs a key that is not bound to this object alone.
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }
}
