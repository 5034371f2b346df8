using Identity.Domain.Credentials.WebAuthn;
using Identity.Domain.Credentials.WebAuthn.Attestation;
using Identity.Testing;

namespace Identity.Tests.Domain.Credentials.WebAuthn;

[Spec("WebAuthn 3", "16")]
public sealed class VectorTests
{
    [Fact]
    public void There_are_fifteen() => Assert.Equal(15, Vectors.All.Count);

    [Fact]
    public void Every_registration_holds() => Assert.DoesNotContain(
        Vectors.All.Select(vector => (vector.Id, Result: vector.Register())), judged => judged.Result is RegistrationResult.Refused);

    [Fact]
    public void Each_is_of_its_format_and_of_its_credential() => Assert.All(Vectors.All, vector =>
    {
        var registered = Assert.IsType<RegistrationResult.Registered>(vector.Register());
        Assert.Equal(vector.Format, registered.Attestation.Format);
        Assert.Equal(vector.CredentialId, registered.Credential.Id);
    });

    [Fact]
    public void Every_certificate_leads_to_the_authority_and_to_no_other()
    {
        var all = Vectors.All;
        var other = TestAuthority.Create();
        var certified = all.Select(vector => Assert.IsType<RegistrationResult.Registered>(vector.Register()).Attestation).Where(evidence => evidence.TrustPath.Count > 0).ToList();

        Assert.Equal(10, certified.Count);
        Assert.All(certified, evidence => Assert.True(AttestationChain.LeadsTo(evidence.TrustPath, [Vectors.Root])));
        Assert.All(certified, evidence => Assert.False(AttestationChain.LeadsTo(evidence.TrustPath, [other.Certificate])));
    }

    [Fact]
    public void Every_assertion_holds() => Assert.DoesNotContain(
        Vectors.All.Select(vector => (vector.Id, Result: vector.Authenticate(Assert.IsType<RegistrationResult.Registered>(vector.Register())))),
        judged => judged.Result is AssertionResult.Refused);

    [Fact]
    public void No_assertion_is_by_the_key_of_another()
    {
        var all = Vectors.All;
        var registered = all.Select(vector => Assert.IsType<RegistrationResult.Registered>(vector.Register())).ToList();

        foreach (var (vector, i) in all.Select((vector, i) => (vector, i)))
            Assert.IsType<AssertionResult.Refused>(vector.Authenticate(registered[(i + 1) % all.Count]));
    }
}
