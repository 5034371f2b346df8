using System.Formats.Cbor;
using System.Security.Cryptography.X509Certificates;
using Identity.Domain.Credentials.WebAuthn;
using Identity.Domain.Credentials.WebAuthn.Attestation;
using Identity.Testing;
using Identity.Testing.Passkeys;

namespace Identity.Tests.Domain.Credentials.WebAuthn;

[Spec("WebAuthn 3", "8")]
public sealed class AttestationTests
{
    private readonly Scene _scene = new();
    private readonly TestAuthority _root = TestAuthority.Create();

    [Fact]
    public void A_makers_statement_holds_and_leads_to_its_root()
    {
        var evidence = Evidence(new MakerAttestation(_root).Maker);

        Assert.Equal(("packed", AttestationKind.Certified), (evidence.Format, evidence.Kind));
        Assert.True(AttestationChain.LeadsTo(evidence.TrustPath, [_root.Certificate]));
    }

    [Fact]
    public void It_may_name_no_model() => Evidence((new MakerAttestation(_root) with { NamesModel = false }).Maker);

    [Fact]
    public void It_names_no_other_model_and_not_as_critical()
    {
        Refuses(new MakerAttestation(_root) with { Model = Guid.Empty });
        Refuses(new MakerAttestation(_root) with { IsModelCritical = true });
    }

    [Theory]
    [InlineData("O=Test Maker, OU=Authenticator Attestation, CN=Test Key")]
    [InlineData("C=GB, OU=Authenticator Attestation, CN=Test Key")]
    [InlineData("C=GB, O=Test Maker, CN=Test Key")]
    [InlineData("C=GB, O=Test Maker, OU=Something Else, CN=Test Key")]
    [InlineData("C=GB, O=Test Maker, OU=Authenticator Attestation")]
    public void Its_certificate_says_what_an_attestation_certificate_says(string subject) => Refuses(new MakerAttestation(_root) with { Subject = subject });

    [Fact]
    public void Its_certificate_is_of_no_authority() => Refuses(new MakerAttestation(_root) with { IsAuthority = true });

    [Theory]
    [InlineData(-257)]
    [InlineData(-35)]
    [InlineData(-8)]
    [InlineData(0)]
    public void It_is_signed_by_the_algorithm_it_names(int algorithm) => Refuses(new MakerAttestation(_root) with { Algorithm = algorithm });

    [Fact]
    public void The_credential_may_vouch_for_itself_by_its_own_algorithm_alone()
    {
        Assert.Equal(AttestationKind.Self, Evidence(AttestationMaker.PackedSelf).Kind);
        Assert.Equal(WebAuthnError.InvalidAttestation, Error(Self((request, algorithm) => algorithm - 1, request => request.ToSign)));
        Assert.Equal(WebAuthnError.InvalidAttestation, Error(Self((_, algorithm) => algorithm, request => request.AuthenticatorData)));
    }

    [Fact]
    public void An_algorithm_is_no_other_whose_number_ends_in_the_same_bits() =>
        Assert.Equal(WebAuthnError.InvalidAttestation, Error(Self((_, algorithm) => 0x1_0000_0000L + algorithm, request => request.ToSign)));

    [Theory]
    [InlineData("android-safetynet")]
    [InlineData("None")]
    [InlineData("")]
    public void A_format_nobody_registered_is_refused(string format) =>
        Assert.Equal(WebAuthnError.UnknownAttestationFormat, Error(AttestationMaker.None with { Format = format }));

    [Fact]
    public void None_has_nothing_to_say() => Assert.Equal(WebAuthnError.InvalidAttestation, Error(AttestationMaker.PackedSelf with { Format = "none" }));

    [Theory]
    [InlineData("tpm")]
    [InlineData("android-key")]
    [InlineData("apple")]
    [InlineData("fido-u2f")]
    public void A_statement_of_another_format_is_refused(string format) =>
        Assert.Equal(WebAuthnError.InvalidAttestation, Error(new MakerAttestation(_root).Maker with { Format = format }));

    [Fact]
    public void Of_a_compound_every_statement_holds_and_the_makers_counts()
    {
        var evidence = Evidence(Compound(AttestationMaker.PackedSelf, new MakerAttestation(_root).Maker));

        Assert.Equal(("compound", AttestationKind.Certified, 2), (evidence.Format, evidence.Kind, evidence.Parts.Count));
        Assert.Equal(WebAuthnError.InvalidAttestation, Error(Compound(AttestationMaker.PackedSelf, (new MakerAttestation(_root) with { IsAuthority = true }).Maker)));
    }

    [Fact]
    public void A_compound_is_of_two_at_least_and_of_no_compound()
    {
        Assert.Equal(WebAuthnError.InvalidAttestation, Error(Compound(AttestationMaker.PackedSelf)));
        Assert.Equal(WebAuthnError.UnknownAttestationFormat, Error(Compound(AttestationMaker.PackedSelf, Compound(AttestationMaker.PackedSelf, AttestationMaker.None))));
    }

    [Fact]
    public void A_path_leads_over_authorities_between_to_a_root_or_to_one_of_them_or_is_itself_the_anchor()
    {
        var between = _root.Below();
        var path = Evidence((new MakerAttestation(between) with { Between = [between.Certificate] }).Maker).TrustPath;

        Assert.True(AttestationChain.LeadsTo(path, [_root.Certificate]));
        Assert.True(AttestationChain.LeadsTo(path, [between.Certificate]));
        Assert.True(AttestationChain.LeadsTo(path, [path[0]]));
    }

    [Fact]
    public void A_path_leads_to_no_other_root_even_of_the_same_name()
    {
        var between = _root.Below();
        var path = Evidence((new MakerAttestation(between) with { Between = [between.Certificate] }).Maker).TrustPath;

        Assert.False(AttestationChain.LeadsTo(path, [TestAuthority.Create().Certificate]));
        Assert.False(AttestationChain.LeadsTo(path, [TestAuthority.Create().Below().Certificate]));
        Assert.False(AttestationChain.LeadsTo(path, []));
        Assert.False(AttestationChain.LeadsTo([], [_root.Certificate]));
    }

    [Fact]
    public void A_path_through_an_authority_of_the_same_name_and_another_key_leads_nowhere()
    {
        var (real, forged) = (_root.Below(), TestAuthority.Create().Below());
        var path = Evidence((new MakerAttestation(forged) with { Between = [real.Certificate] }).Maker).TrustPath;

        Assert.False(AttestationChain.LeadsTo(path, [_root.Certificate]));
        Assert.False(AttestationChain.LeadsTo(path, [real.Certificate]));
    }

    [Fact]
    public void A_certificate_that_has_expired_still_leads_to_its_root() => Assert.True(AttestationChain.LeadsTo(
        Evidence((new MakerAttestation(_root) with { End = new(2021, 1, 1, 0, 0, 0, TimeSpan.Zero) }).Maker).TrustPath, [_root.Certificate]));

    private void Refuses(MakerAttestation attestation) => Assert.Equal(WebAuthnError.InvalidAttestation, Error(attestation.Maker));

    private AttestationEvidence Evidence(AttestationMaker maker) => Assert.IsType<RegistrationResult.Registered>(Register(maker)).Attestation;

    private WebAuthnError Error(AttestationMaker maker) => Scene.Error(Register(maker));

    private RegistrationResult Register(AttestationMaker maker)
    {
        _scene.Authenticator.Attestation = maker;
        return _scene.Register();
    }

    private static AttestationMaker Self(Func<AttestationRequest, int, long> algorithm, Func<AttestationRequest, byte[]> signed) => new("packed", (request, cbor) =>
    {
        cbor.WriteStartMap(2);
        cbor.WriteTextString("alg");
        cbor.WriteInt64(algorithm(request, request.Key.Algorithm));
        cbor.WriteTextString("sig");
        cbor.WriteByteString(request.Key.Sign(signed(request)));
        cbor.WriteEndMap();
    });

    private static AttestationMaker Compound(params AttestationMaker[] parts) => new("compound", (request, cbor) =>
    {
        cbor.WriteStartArray(parts.Length);
        foreach (var part in parts)
        {
            cbor.WriteStartMap(2);
            cbor.WriteTextString("fmt");
            cbor.WriteTextString(part.Format);
            cbor.WriteTextString("attStmt");
            part.Write(request, cbor);
            cbor.WriteEndMap();
        }
        cbor.WriteEndArray();
    });
}
