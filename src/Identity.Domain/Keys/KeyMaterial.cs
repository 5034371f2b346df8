using System.Security.Cryptography;

namespace Identity.Domain.Keys;

/// <summary>Makes and reads keys for the JWS algorithms of RFC 7518 §3.1 that the provider signs with.</summary>
internal static class KeyMaterial
{
    public static readonly IReadOnlySet<string> Algorithms = new HashSet<string> { "ES256", "RS256", "RS512", "PS256" };

    public static (string Kid, byte[] Pkcs8) Create(string algorithm)
    {
        using AsymmetricAlgorithm key = algorithm == "ES256" ? ECDsa.Create(ECCurve.NamedCurves.nistP256) : RSA.Create(2048);
        // In digits that a command line never takes for an option.
        var kid = Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()).AsSpan(0, 8));
        return (kid, key.ExportPkcs8PrivateKey());
    }

    public static AsymmetricAlgorithm Import(string algorithm, byte[] pkcs8)
    {
        AsymmetricAlgorithm key = algorithm == "ES256" ? ECDsa.Create() : RSA.Create();
        key.ImportPkcs8PrivateKey(pkcs8, out _);
        CryptographicOperations.ZeroMemory(pkcs8);
        return key;
    }

    /// <exception cref="CryptographicException">It is no key of this algorithm.</exception>
    /// <exception cref="NotSupportedException">It is none of <see cref="Algorithms"/>.</exception>
    public static AsymmetricAlgorithm ImportPublic(string algorithm, byte[] spki)
    {
        if (!Algorithms.Contains(algorithm))
            throw new NotSupportedException($"The algorithm {algorithm} signs nothing here.");
        AsymmetricAlgorithm key = algorithm == "ES256" ? ECDsa.Create() : RSA.Create();
        key.ImportSubjectPublicKeyInfo(spki, out _);
        return key;
    }
}
