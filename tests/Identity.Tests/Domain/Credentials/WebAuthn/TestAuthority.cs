using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Identity.Tests.Domain.Credentials.WebAuthn;

/// <summary>A certificate authority of a test, or one below it.</summary>
internal sealed record TestAuthority(X509Certificate2 Certificate, ECDsa Key)
{
    private static readonly DateTimeOffset Begin = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset End = new(2060, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static TestAuthority Create(string name = "CN=Test Root")
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        return new(request.CreateSelfSigned(Begin, End), key);
    }

    /// <summary>An authority below this one.</summary>
    public TestAuthority Below(string name = "CN=Test Authority")
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new(Issue(name, key, request => request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true))), key);
    }

    public X509Certificate2 Issue(string name, ECDsa key, Action<CertificateRequest> extend, DateTimeOffset? end = null)
    {
        var request = new CertificateRequest(new X500DistinguishedName(name), key, HashAlgorithmName.SHA256);
        extend(request);
        return request.Create(Certificate.SubjectName, X509SignatureGenerator.CreateForECDsa(Key), Begin, end ?? End, RandomNumberGenerator.GetBytes(16));
    }
}
