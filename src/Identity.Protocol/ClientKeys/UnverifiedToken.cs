using Microsoft.IdentityModel.JsonWebTokens;

namespace Identity.Protocol.ClientKeys;

/// <summary>What a JWT says of who signed it with what and with which key, to find the key. Nothing else in it counts yet.</summary>
internal sealed record UnverifiedToken(string Issuer, string? KeyId, string? Algorithm)
{
    /// <returns>Null when it is no JWT.</returns>
    public static UnverifiedToken? Read(string? token)
    {
        try
        {
            var read = new JsonWebToken(token);
            return new(read.Issuer, string.IsNullOrEmpty(read.Kid) ? null : read.Kid, read.Alg);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
