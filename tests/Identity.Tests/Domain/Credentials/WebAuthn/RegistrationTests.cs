using System.Text.Json.Nodes;
using Identity.Domain.Credentials.WebAuthn;
using Identity.Testing;
using Identity.Testing.Passkeys;

namespace Identity.Tests.Domain.Credentials.WebAuthn;

[Spec("WebAuthn 3", "7.1")]
public sealed class RegistrationTests
{
    private readonly Scene _scene = new();

    [Fact]
    public void Takes_a_valid_one()
    {
        var registered = Assert.IsType<RegistrationResult.Registered>(_scene.Register());

        Assert.Equal(_scene.Authenticator.Aaguid, registered.Credential.Aaguid);
        Assert.Equal(_scene.Authenticator.CredentialIds[0], registered.Credential.Id);
    }

    [Theory]
    [InlineData("type", "webauthn.get", nameof(WebAuthnError.WrongType))]
    [InlineData("challenge", "AAAA", nameof(WebAuthnError.WrongChallenge))]
    [InlineData("challenge", "AAAA=", nameof(WebAuthnError.Malformed))]
    [InlineData("challenge", "AAB", nameof(WebAuthnError.Malformed))]
    [InlineData("challenge", "", nameof(WebAuthnError.WrongChallenge))]
    [InlineData("challenge", null, nameof(WebAuthnError.Malformed))]
    [InlineData("origin", "https://identity.test:8443", nameof(WebAuthnError.WrongOrigin))]
    [InlineData("origin", "http://identity.test", nameof(WebAuthnError.WrongOrigin))]
    [InlineData("origin", "https://evil.identity.test", nameof(WebAuthnError.WrongOrigin))]
    [InlineData("origin", "https://identity.test.evil.example", nameof(WebAuthnError.WrongOrigin))]
    [InlineData("origin", "https://identity.test/", nameof(WebAuthnError.WrongOrigin))]
    [InlineData("origin", "null", nameof(WebAuthnError.WrongOrigin))]
    [InlineData("origin", null, nameof(WebAuthnError.Malformed))]
    [InlineData("topOrigin", "https://evil.example", nameof(WebAuthnError.CrossOrigin))]
    public void Refuses_client_data_of_another(string name, string? value, string error) =>
        Assert.Equal(Enum.Parse<WebAuthnError>(error), Scene.Error(_scene.Register(answer => answer.ClientData[name] = value)));

    [Fact]
    public void Refuses_what_was_made_in_a_frame_unless_that_is_expected()
    {
        static void Framed(AuthenticatorAnswer answer) => (answer.ClientData["crossOrigin"], answer.ClientData["topOrigin"]) = (true, "https://city.example");

        Assert.Equal(WebAuthnError.CrossOrigin, Scene.Error(_scene.Register(Framed)));

        _scene.RelyingParty = _scene.RelyingParty with { AllowsFrames = true };
        Assert.Equal(WebAuthnError.CrossOrigin, Scene.Error(_scene.Register(Framed)));

        _scene.RelyingParty = _scene.RelyingParty with { TopOrigins = ["https://city.example"] };
        Assert.IsType<RegistrationResult.Registered>(_scene.Register(Framed));
    }

    [Fact]
    public void Refuses_another_relying_party() =>
        Assert.Equal(WebAuthnError.WrongRelyingParty, Scene.Error(_scene.Register(answer => answer.RelyingPartyId = "evil.example")));

    [Fact]
    public void Refuses_one_that_nobody_touched() =>
        Assert.Equal(WebAuthnError.UserNotPresent, Scene.Error(_scene.Register(answer => answer.UserPresent = false)));

    [Fact]
    public void Refuses_one_that_does_not_know_who() =>
        Assert.Equal(WebAuthnError.UserNotVerified, Scene.Error(_scene.Register(answer => answer.UserVerified = false)));

    [Fact]
    public void Takes_both_from_a_browser_that_makes_it_in_silence() => Assert.IsType<RegistrationResult.Registered>(
        _scene.Register(answer => (answer.UserPresent, answer.UserVerified) = (false, false), expected => expected with { IsConditional = true }));

    [Fact]
    public void Refuses_what_is_backed_up_and_cannot_be() =>
        Assert.Equal(WebAuthnError.InvalidBackupState, Scene.Error(_scene.Register(answer => answer.BackupEligible = false)));

    [Fact]
    public void Refuses_an_algorithm_that_was_not_asked_for() => Assert.Equal(
        WebAuthnError.UnsupportedAlgorithm, Scene.Error(_scene.Register(expect: expected => expected with { Algorithms = [CoseAlgorithm.EdDsa] })));

    [Fact]
    public void Refuses_authenticator_data_of_another_credential() =>
        Assert.Equal(WebAuthnError.CredentialMismatch, Scene.Error(_scene.Register(answer => answer.Written = data =>
        {
            data[60] ^= 1;
            return data;
        })));

    [Fact]
    public void Refuses_authenticator_data_without_a_credential() => Assert.Equal(WebAuthnError.Malformed,
        Scene.Error(_scene.Register(answer => answer.Written = data => [.. data[..32], (byte)(data[32] & ~0x40), .. data[33..37]])));

    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    public void Refuses_authenticator_data_with_bytes_to_spare(int count) =>
        Assert.Equal(WebAuthnError.Malformed, Scene.Error(_scene.Register(answer => answer.Written = data => [.. data, .. new byte[count]])));

    [Fact]
    public void Refuses_authenticator_data_that_ends_early()
    {
        for (var length = 0; length < 120; length += 7)
            Assert.Equal(WebAuthnError.Malformed, Scene.Error(_scene.Register(answer => answer.Written = data => data[..length])));
    }

    [Fact]
    public void Takes_extensions_and_refuses_a_flag_without_them()
    {
        static byte[] Flagged(byte[] data) => [.. data[..32], (byte)(data[32] | 0x80), .. data[33..]];

        // {"credProtect": 3}
        byte[] extensions = [0xA1, 0x6B, .. "credProtect"u8, 0x03];
        Assert.IsType<RegistrationResult.Registered>(_scene.Register(answer => answer.Written = data => [.. Flagged(data), .. extensions]));
        Assert.Equal(WebAuthnError.Malformed, Scene.Error(_scene.Register(answer => answer.Written = Flagged)));
        Assert.Equal(WebAuthnError.Malformed, Scene.Error(_scene.Register(answer => answer.Written = data => [.. Flagged(data), 0x03])));
    }

    [Theory]
    [InlineData(1023, null)]
    [InlineData(1024, nameof(WebAuthnError.TooLarge))]
    public void Takes_a_credential_id_of_1023_bytes_and_no_longer_one(int length, string? error)
    {
        var result = _scene.Register(answer => answer.CredentialId = new byte[length]);

        Assert.Equal(error, (result as RegistrationResult.Refused)?.Error.ToString());
    }

    [Fact]
    public void Refuses_an_empty_credential_id() => Assert.Equal(WebAuthnError.Malformed, Scene.Error(_scene.Register(answer => answer.CredentialId = [])));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"type":"public-key"}""")]
    [InlineData("""{"type":"public-key","response":"x"}""")]
    [InlineData("""{"type":"public-key","id":"AA","rawId":"AA","response":{}}""")]
    [InlineData("""{"type":"public-key","id":"AA","rawId":1,"response":{}}""")]
    [InlineData("""{"type":"public-key","id":"\ud800","rawId":"\ud800","response":{}}""")]
    [InlineData("""{"type":"password","id":"AA","rawId":"AA","response":{"clientDataJSON":"AA","attestationObject":"AA"}}""")]
    [InlineData("""{"type":"public-key","type":"public-key","id":"AA","rawId":"AA","response":{"clientDataJSON":"AA","attestationObject":"AA"}}""")]
    public void Refuses_what_is_no_response(string? json) => Assert.Equal(WebAuthnError.Malformed, Scene.Error(_scene.Judge(json)));

    [Fact]
    public void Refuses_sixty_four_kibibytes_and_one_before_reading_them() =>
        Assert.Equal(WebAuthnError.TooLarge, Scene.Error(_scene.Judge(new string('x', CredentialJson.MostCharacters + 1))));

    [Theory]
    [InlineData("id", "AAAA", nameof(WebAuthnError.CredentialMismatch))]
    [InlineData("rawId", "AAAA", nameof(WebAuthnError.CredentialMismatch))]
    [InlineData("rawId", "!!!!", nameof(WebAuthnError.Malformed))]
    [InlineData("type", "publickey", nameof(WebAuthnError.Malformed))]
    [InlineData("response", null, nameof(WebAuthnError.Malformed))]
    public void Refuses_a_response_with_one_member_changed(string name, string? value, string error) =>
        Assert.Equal(Enum.Parse<WebAuthnError>(error), Scene.Error(_scene.Register(answer => answer.Posted = json => json[name] = value)));

    [Theory]
    [InlineData("clientDataJSON")]
    [InlineData("attestationObject")]
    public void Refuses_a_response_without_one_of_its_parts(string name) =>
        Assert.Equal(WebAuthnError.Malformed, Scene.Error(_scene.Register(answer => answer.Posted = json => json["response"]!.AsObject().Remove(name))));

    [Fact]
    public void Keeps_transports_that_a_browser_would_write()
    {
        IReadOnlyList<string>? kept = null;
        _scene.Register(answer => answer.Posted = json =>
        {
            json["response"]!["transports"] = new JsonArray("usb", "USB", "smart-card", 7, "usb", "<script>", new string('a', 17));
            kept = RegistrationResponse.Parse(json.ToJsonString()).Transports;
        });

        Assert.Equal(["usb", "smart-card"], kept);
    }
}
