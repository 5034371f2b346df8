using System.Text.Json.Nodes;
using Identity.Domain.Credentials.Passkeys;
using Identity.Domain.Credentials.WebAuthn;
using Identity.Domain.Storage;
using Identity.Testing;
using Identity.Testing.Passkeys;
using Identity.Tests.Domain.Credentials.WebAuthn;

namespace Identity.Tests.Domain.Credentials.Passkeys;

[Spec("WebAuthn 3", "7.1")]
public abstract class StaffPolicyTests(StorageProvider provider) : StaffTest(provider)
{
    [Fact]
    public async Task Staff_are_asked_for_certified_hardware()
    {
        var session = await CitizenAsync();

        var options = JsonNode.Parse((await Enrolment.BeginAsync(session.AccountId, Here, PasskeyEnrolmentKind.Asked, PasskeyPolicy.Staff, Cancellation)).OptionsJson)!;

        Assert.Equal("direct", (string?)options["attestation"]);
        Assert.Equal("security-key", (string?)options["hints"]![0]);
        Assert.Equal("cross-platform", (string?)options["authenticatorSelection"]!["authenticatorAttachment"]);
        Assert.Equal("required", (string?)options["authenticatorSelection"]!["userVerification"]);
        Assert.Equal("userVerificationRequired", (string?)options["extensions"]!["credentialProtectionPolicy"]);
    }

    [Fact]
    public async Task A_certified_model_enrols_and_signs_in_as_hardware()
    {
        await PublishAsync();

        Assert.IsType<EnrolmentOutcome.Added>(await EnrolAsync(await CitizenAsync(), PasskeyPolicy.Staff));

        var facts = Assert.IsType<PasskeyOutcome.SignedIn>(await SignInAsync()).Facts;
        Assert.Equal((true, true), (facts.Attested, facts.HardwareBound));
    }

    [Fact]
    public async Task Of_a_citizen_the_same_model_proves_nothing()
    {
        await PublishAsync();

        Assert.IsType<EnrolmentOutcome.Added>(await EnrolAsync(await CitizenAsync(), PasskeyPolicy.Citizen));

        var facts = Assert.IsType<PasskeyOutcome.SignedIn>(await SignInAsync()).Facts;
        Assert.Equal((false, false), (facts.Attested, facts.HardwareBound));
    }

    [Fact]
    public async Task A_model_that_keeps_keys_in_software_is_attested_and_no_hardware()
    {
        Metadata.KeyProtection.Add("software");
        await PublishAsync();

        Assert.IsType<EnrolmentOutcome.Added>(await EnrolAsync(await CitizenAsync(), PasskeyPolicy.Staff));

        var facts = Assert.IsType<PasskeyOutcome.SignedIn>(await SignInAsync()).Facts;
        Assert.Equal((true, false), (facts.Attested, facts.HardwareBound));
    }

    [Fact]
    public async Task Without_metadata_no_member_of_staff_enrols_and_every_citizen_does()
    {
        var session = await CitizenAsync();

        Assert.False(Enrolment.IsOpenTo(PasskeyPolicy.Staff));
        Assert.True(Enrolment.IsOpenTo(PasskeyPolicy.Citizen));
        await RefusesAsync(WebAuthnError.UntrustedAttestation);
        Assert.IsType<EnrolmentOutcome.Added>(await EnrolAsync(session, PasskeyPolicy.Citizen));
    }

    [Fact]
    public async Task With_metadata_that_is_long_out_of_date_no_member_of_staff_enrols()
    {
        Metadata.NextUpdate = "2026-05-18";
        await PublishAsync();
        Assert.True(Enrolment.IsOpenTo(PasskeyPolicy.Staff));

        Domain.Clock.Advance(TimeSpan.FromHours(15));

        Assert.False(Enrolment.IsOpenTo(PasskeyPolicy.Staff));
    }

    [Fact]
    public async Task A_synced_passkey_is_refused()
    {
        await PublishAsync();
        Authenticator.IsSynced = true;

        await RefusesAsync(WebAuthnError.BackupEligible);
    }

    [Fact]
    public async Task One_that_nobody_vouches_for_is_refused()
    {
        await PublishAsync();
        Authenticator.Attestation = AttestationMaker.None;
        await RefusesAsync(WebAuthnError.AttestationRequired);

        Authenticator.Attestation = AttestationMaker.PackedSelf;
        await RefusesAsync(WebAuthnError.AttestationRequired, "bob@example.test");
    }

    [Fact]
    public async Task One_of_another_maker_is_refused()
    {
        await PublishAsync();
        Authenticator.Attestation = new MakerAttestation(TestAuthority.Create("CN=Test Maker Root")).Maker;

        await RefusesAsync(WebAuthnError.UntrustedAttestation);
    }

    [Fact]
    public async Task One_of_a_model_that_is_not_listed_is_refused()
    {
        await PublishAsync();
        Authenticator.Aaguid = Guid.Parse("11111111-1111-1111-1111-111111111111");

        await RefusesAsync(WebAuthnError.UntrustedAttestation);
    }

    [Theory]
    [InlineData("REVOKED")]
    [InlineData("USER_VERIFICATION_BYPASS")]
    [InlineData("ATTESTATION_KEY_COMPROMISE")]
    [InlineData("USER_KEY_REMOTE_COMPROMISE")]
    [InlineData("USER_KEY_PHYSICAL_COMPROMISE")]
    public async Task One_bad_report_is_enough_whatever_came_after(string status)
    {
        Metadata.Statuses.Insert(0, status);
        await PublishAsync();

        await RefusesAsync(WebAuthnError.ModelRefused);
    }

    [Fact]
    public async Task One_that_is_certified_for_function_alone_is_refused()
    {
        Metadata.Statuses.Remove("FIDO_CERTIFIED_L1");
        await PublishAsync();

        await RefusesAsync(WebAuthnError.ModelRefused);
    }

    private async Task RefusesAsync(WebAuthnError error, string email = "staff@example.test")
    {
        var session = await CitizenAsync(email);
        Assert.Equal(new EnrolmentOutcome.Refused(error), await EnrolAsync(session, PasskeyPolicy.Staff));
        Assert.Empty(await Store.ListAsync(session.AccountId, Cancellation));
    }
}

public sealed class SqliteStaffPolicyTests() : StaffPolicyTests(StorageProvider.Sqlite);

public sealed class PostgresStaffPolicyTests() : StaffPolicyTests(StorageProvider.Postgres);
