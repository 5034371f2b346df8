using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Identity.BrowserTests.Running;

/// <summary>A certificate for <c>*.test</c> that lives as long as the run; the browser is told of its key and of no other.</summary>
internal static class TestCertificate
{
    public static X509Certificate2 Value { get; } = Create();

    /// <summary>SHA-256 of the public key, as Chromium wants it.</summary>
    public static string SpkiHash { get; } = Convert.ToBase64String(SHA256.HashData(Value.PublicKey.ExportSubjectPublicKeyInfo()));

    private static X509Certificate2 Create()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=*.test", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("*.test");
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var made = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        // Kestrel needs a key that is not bound to this object alone.
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }
}
