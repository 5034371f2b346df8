using Identity.Domain.Credentials.WebAuthn;
using Identity.Domain.Credentials.WebAuthn.Attestation;
using Identity.Testing;

namespace Identity.Tests.Domain.Credentials.WebAuthn;

/// <summary>Whatever bit of whatever byte is turned over, nothing passes that was signed.</summary>
[Spec("WebAuthn 3", "16")]
public sealed class MutationTests
{
    // In authenticator data: flags, counter and AAGUID, which fido-u2f does not sign.
    private static readonly Range Unsigned = 32..53;

    [Fact]
    public void No_assertion_survives_a_bit()
    {
        var survivors = from vector in Vectors.All.AsParallel()
                        let registered = (RegistrationResult.Registered)vector.Register()
                        from mutant in Mutants.OfAssertion(vector)
                        where mutant.Vector.Authenticate(registered) is AssertionResult.Verified
                        select mutant.Name;

        Assert.Empty(survivors);
    }

    [Fact]
    public void No_attested_registration_survives_a_bit_but_where_u2f_signs_nothing()
    {
        var root = Vectors.Root;
        var survivors = (from vector in Vectors.All.AsParallel()
                         where vector.Format != "none"
                         from mutant in Mutants.OfRegistration(vector)
                         where mutant.Vector.Register() is RegistrationResult.Registered { Attestation: var evidence }
                             && (evidence.Kind is AttestationKind.Self || AttestationChain.LeadsTo(evidence.TrustPath, [root]))
                         select mutant).ToList();

        Assert.Empty(survivors.Where(mutant => mutant.Vector.Format != "fido-u2f").Select(mutant => mutant.Name));
        Assert.Empty(survivors.Where(mutant => !IsUnsigned(mutant)).Select(mutant => mutant.Name));

        // Were there none, the test would look beside them.
        Assert.NotEmpty(survivors);
    }

    [Fact]
    public void Of_a_registration_without_attestation_no_bit_of_what_it_is_for_survives()
    {
        var survivors = from vector in Vectors.All
                        where vector.Format == "none"
                        let data = Find(vector.AttestationObject, vector.CredentialId) - 55
                        from mutant in Mutants.Of(vector, "credential id", vector.CredentialId, bytes => vector with { CredentialId = bytes })
                            .Concat(Mutants.Of(vector, "rp id hash", vector.AttestationObject[data..(data + 32)], bytes => vector with
                            {
                                AttestationObject = [.. vector.AttestationObject[..data], .. bytes, .. vector.AttestationObject[(data + 32)..]],
                            }))
                            .Concat(Mutants.Of(vector, "challenge", vector.RegistrationChallenge, bytes => vector with { RegistrationChallenge = bytes }))
                        where mutant.Vector.Register() is RegistrationResult.Registered
                        select mutant.Name;

        Assert.Empty(survivors);
    }

    private static bool IsUnsigned(Mutant mutant)
    {
        // 55: the head of authenticator data, the AAGUID and the length of the id.
        var start = Find(mutant.Vector.AttestationObject, mutant.Vector.CredentialId) - 55;
        return mutant.Part == "attestation object" && mutant.Position >= start + Unsigned.Start.Value && mutant.Position < start + Unsigned.End.Value;
    }

    private static int Find(byte[] bytes, byte[] part) => bytes.AsSpan().IndexOf(part);
}
