using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;

namespace Identity.Domain.Credentials.Metadata;

/// <summary>The signature of a metadata BLOB (FIDO Metadata Service 3.1 §3.2): a JWS whose signer leads to a trusted root.</summary>
/// <remarks>Not supported: <c>x5u</c>, and lists of revoked certificates, because nothing is downloaded.</remarks>
internal static class MetadataSignature
{
    private const string Signer = "mds.fidoalliance.org";
    private const int MostCertificates = 8;

    /// <returns>The payload, once its signature holds.</returns>
    /// <exception cref="MetadataException">It does not.</exception>
    public static byte[] Verify(string jws, X509Certificate2Collection roots, DateTimeOffset now)
    {
        var parts = jws.Trim().Split('.');
        if (parts.Length != 3)
            throw MetadataException.NotABlob();
        try
        {
            using var header = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[0]));
            var path = header.RootElement.GetProperty("x5c").EnumerateArray().Take(MostCertificates)
                .Select(entry => X509CertificateLoader.LoadCertificate(entry.GetBytesFromBase64())).ToList();
            Check(path, roots, now);
            var signed = Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}");
            if (!Verifies(path[0], header.RootElement.GetProperty("alg").GetString(), signed, Base64Url.DecodeFromChars(parts[2])))
                throw MetadataException.WrongSignature();
            return Base64Url.DecodeFromChars(parts[1]);
        }
        catch (Exception exception) when (exception is JsonException or FormatException or InvalidOperationException or KeyNotFoundException or CryptographicException)
        {
            throw MetadataException.NotABlob(exception);
        }
    }

    private static void Check(List<X509Certificate2> path, X509Certificate2Collection roots, DateTimeOffset now)
    {
        if (path.Count == 0)
            throw MetadataException.NotABlob();
        if (path[0].Extensions.OfType<X509SubjectAlternativeNameExtension>().All(names => !names.EnumerateDnsNames().Contains(Signer, StringComparer.OrdinalIgnoreCase)))
            throw MetadataException.WrongSigner();

        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(roots);
        chain.ChainPolicy.ExtraStore.AddRange(path.Skip(1).ToArray());
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTime = now.UtcDateTime;
        if (!chain.Build(path[0]))
            throw MetadataException.Untrusted(string.Join(", ", chain.ChainStatus.Select(status => status.Status)));
    }

    private static bool Verifies(X509Certificate2 certificate, string? algorithm, byte[] signed, byte[] signature)
    {
        switch (algorithm)
        {
            case "RS256":
                using (var rsa = certificate.GetRSAPublicKey())
                    return rsa?.VerifyData(signed, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1) == true;
            case "ES256":
                using (var ec = certificate.GetECDsaPublicKey())
                    return ec?.VerifyData(signed, signature, HashAlgorithmName.SHA256) == true;
            default:
                throw MetadataException.UnknownAlgorithm();
        }
    }
}
