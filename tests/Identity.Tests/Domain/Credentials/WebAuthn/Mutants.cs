namespace Identity.Tests.Domain.Credentials.WebAuthn;

/// <summary>A vector with one bit turned over.</summary>
internal sealed record Mutant(string Name, Vector Vector, string Part, int Position);

/// <summary>One bit of each byte of each part, another bit from byte to byte.</summary>
internal static class Mutants
{
    public static IEnumerable<Mutant> OfAssertion(Vector vector) =>
    [
        .. Of(vector, "client data", vector.ClientData, bytes => vector with { ClientData = bytes }),
        .. Of(vector, "authenticator data", vector.AuthenticatorData, bytes => vector with { AuthenticatorData = bytes }),
        .. Of(vector, "signature", vector.Signature, bytes => vector with { Signature = bytes }),
    ];

    public static IEnumerable<Mutant> OfRegistration(Vector vector) =>
    [
        .. Of(vector, "client data", vector.RegistrationClientData, bytes => vector with { RegistrationClientData = bytes }),
        .. Of(vector, "attestation object", vector.AttestationObject, bytes => vector with { AttestationObject = bytes }),
        .. Of(vector, "credential id", vector.CredentialId, bytes => vector with { CredentialId = bytes }),
    ];

    public static IEnumerable<Mutant> Of(Vector vector, string part, byte[] bytes, Func<byte[], Vector> with)
    {
        for (var i = 0; i < bytes.Length; i++)
        {
            var mutated = bytes.ToArray();
            mutated[i] ^= (byte)(1 << (i % 8));
            yield return new($"{vector.Id}: byte {i} of {part}", with(mutated), part, i);
        }
    }
}
