using Microsoft.AspNetCore.DataProtection;

namespace Identity.Domain.Keys;

/// <summary>A key that has been made and sealed, and waits for its place in the plan.</summary>
internal sealed record NewSigningKey(string Kid, string Algorithm, byte[] Sealed)
{
    /// <summary>Making one takes long, for RSA: do it before the unit of work that stores it.</summary>
    public static NewSigningKey Create(string algorithm, IDataProtector protector)
    {
        var (kid, pkcs8) = KeyMaterial.Create(algorithm);
        return new NewSigningKey(kid, algorithm, protector.Protect(pkcs8));
    }
}
