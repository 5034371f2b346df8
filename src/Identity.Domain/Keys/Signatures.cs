using System.Diagnostics;
using System.Security.Cryptography;

namespace Identity.Domain.Keys;

/// <summary>RFC 7518 §3.3 to §3.5: signs and checks as the key's own JWS algorithm does.</summary>
internal static class Signatures
{
    public static byte[] Sign(this SigningKey key, byte[] data) => key.Key switch
    {
        ECDsa ecdsa => ecdsa.SignData(data, HashAlgorithmName.SHA256),
        RSA rsa => rsa.SignData(data, Hash(key.Algorithm), Padding(key.Algorithm)),
        _ => throw new UnreachableException(),
    };

    public static bool Verify(this SigningKey key, byte[] data, byte[] signature) => Verify(key.Key, key.Algorithm, data, signature);

    public static bool Verify(AsymmetricAlgorithm key, string algorithm, byte[] data, byte[] signature) => key switch
    {
        ECDsa ecdsa => ecdsa.VerifyData(data, signature, HashAlgorithmName.SHA256),
        RSA rsa => rsa.VerifyData(data, signature, Hash(algorithm), Padding(algorithm)),
        _ => throw new UnreachableException(),
    };

    private static HashAlgorithmName Hash(string algorithm) => algorithm == "RS512" ? HashAlgorithmName.SHA512 : HashAlgorithmName.SHA256;

    private static RSASignaturePadding Padding(string algorithm) => algorithm == "PS256" ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1;
}
