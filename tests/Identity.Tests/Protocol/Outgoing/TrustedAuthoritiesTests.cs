using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Identity.Protocol.Outgoing;
using Identity.Testing;

namespace Identity.Tests.Protocol.Outgoing;

/// <summary>Applications whose certificates are of an authority of the organisation's own.</summary>
[Spec("RFC 5280", "6.1")]
public sealed class TrustedAuthoritiesTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();
    private readonly X509Certificate2 _authority = Certificate("CN=Harbour authority", authority: true);

    public void Dispose()
    {
        File.Delete(_file);
        _authority.Dispose();
    }

    [Fact]
    public void A_certificate_of_theirs_counts()
    {
        using var server = Issue(_authority);

        Assert.True(Trusted().Accept(server, null, SslPolicyErrors.RemoteCertificateChainErrors));
    }

    [Fact]
    public void What_the_machine_trusts_counts_as_before()
    {
        using var server = Certificate("CN=app.example", authority: false);

        Assert.True(Trusted().Accept(server, null, SslPolicyErrors.None));
    }

    [Fact]
    public void A_certificate_of_another_authority_does_not_count()
    {
        using var other = Certificate("CN=Harbour authority", authority: true);
        using var server = Issue(other);

        Assert.False(Trusted().Accept(server, null, SslPolicyErrors.RemoteCertificateChainErrors));
    }

    [Theory]
    [InlineData(SslPolicyErrors.RemoteCertificateNameMismatch)]
    [InlineData(SslPolicyErrors.RemoteCertificateNameMismatch | SslPolicyErrors.RemoteCertificateChainErrors)]
    [InlineData(SslPolicyErrors.RemoteCertificateNotAvailable)]
    public void Nothing_but_the_chain_is_forgiven(SslPolicyErrors errors)
    {
        using var server = Issue(_authority);

        Assert.False(Trusted().Accept(server, null, errors));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no certificate")]
    [InlineData("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----")]
    public void A_file_without_certificates_stops_the_start(string contents)
    {
        File.WriteAllText(_file, contents);

        var fault = Assert.Single(new OutgoingOptionsValidator().Validate(null, new OutgoingOptions { CertificateAuthorities = _file }).Failures!); // It fails.

        Assert.StartsWith("Outgoing:CertificateAuthorities", fault, StringComparison.Ordinal);
    }

    private TrustedAuthorities Trusted()
    {
        File.WriteAllText(_file, _authority.ExportCertificatePem());
        return TrustedAuthorities.Read(_file) ?? throw new InvalidOperationException("It holds a certificate.");
    }

    private static X509Certificate2 Issue(X509Certificate2 authority)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = TimeProvider.System.GetUtcNow();
        return Request("CN=app.example", key, authority: false).Create(authority, now.AddMinutes(-5), now.AddMinutes(5), RandomNumberGenerator.GetBytes(8));
    }

    private static X509Certificate2 Certificate(string name, bool authority)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = TimeProvider.System.GetUtcNow();
        return Request(name, key, authority).CreateSelfSigned(now.AddMinutes(-10), now.AddMinutes(10));
    }

    private static CertificateRequest Request(string name, ECDsa key, bool authority)
    {
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(authority, false, 0, true));
        if (!authority)
            request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        return request;
    }
}
