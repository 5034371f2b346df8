using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Identity.Domain.Keys;

/// <summary>The certificate that opens everything else, from a PFX file outside the database.</summary>
internal static class KeyCertificate
{
    /// <returns>Nothing when the file is not there, is no PFX file, has another password or holds no private key.</returns>
    public static X509Certificate2? Read(string path, string? password)
    {
        try
        {
            var certificate = X509CertificateLoader.LoadPkcs12FromFile(path, password);
            return certificate.HasPrivateKey ? certificate : null;
        }
        catch (Exception exception) when (exception is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
