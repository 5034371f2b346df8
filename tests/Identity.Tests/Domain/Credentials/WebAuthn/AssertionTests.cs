using Identity.Domain.Credentials.WebAuthn;
using Identity.Testing;

namespace Identity.Tests.Domain.Credentials.WebAuthn;

[Spec("WebAuthn 3", "7.2")]
public sealed class AssertionTests
{
    private readonly Scene _scene = new();
    private readonly RegistrationResult _registered;

    public AssertionTests() => _registered = _scene.Register();

    [Fact]
    public void Takes_a_valid_one() => Assert.IsType<AssertionResult.Verified>(_scene.Authenticate(_registered));

    [Theory]
    [InlineData("type", "webauthn.create", nameof(WebAuthnError.WrongType))]
    [InlineData("type", "payment.get", nameof(WebAuthnError.WrongType))]
    [InlineData("challenge", "AAAA", nameof(WebAuthnError.WrongChallenge))]
    [InlineData("origin", "https://evil.example", nameof(WebAuthnError.WrongOrigin))]
    [InlineData("topOrigin", "https://evil.example", nameof(WebAuthnError.CrossOrigin))]
    public void Refuses_client_data_of_another(string name, string value, string error) =>
        Assert.Equal(Enum.Parse<WebAuthnError>(error), Scene.Error(_scene.Authenticate(_registered, answer => answer.ClientData[name] = value)));

    [Fact]
    public void Refuses_what_was_made_in_a_frame() =>
        Assert.Equal(WebAuthnError.CrossOrigin, Scene.Error(_scene.Authenticate(_registered, answer => answer.ClientData["crossOrigin"] = true)));

    [Fact]
    public void Refuses_another_relying_party() =>
        Assert.Equal(WebAuthnError.WrongRelyingParty, Scene.Error(_scene.Authenticate(_registered, answer => answer.RelyingPartyId = "evil.example")));

    [Fact]
    public void Refuses_one_that_nobody_touched() =>
        Assert.Equal(WebAuthnError.UserNotPresent, Scene.Error(_scene.Authenticate(_registered, answer => answer.UserPresent = false)));

    [Fact]
    public void Refuses_one_that_does_not_know_who_where_that_is_required()
    {
        Assert.Equal(WebAuthnError.UserNotVerified, Scene.Error(_scene.Authenticate(_registered, answer => answer.UserVerified = false)));

        var verified = Assert.IsType<AssertionResult.Verified>(_scene.Authenticate(
            _registered, answer => answer.UserVerified = false, expected => expected with { UserVerificationRequired = false }));
        Assert.False(verified.Data.IsUserVerified);
    }

    [Fact]
    public void Refuses_another_user_handle_and_none_where_nobody_is_known()
    {
        Assert.Equal(WebAuthnError.WrongUser, Scene.Error(_scene.Authenticate(_registered, answer => answer.UserHandle = new byte[32])));
        Assert.Equal(WebAuthnError.WrongUser, Scene.Error(_scene.Authenticate(_registered, answer => answer.UserHandle = null)));
        Assert.Equal(WebAuthnError.WrongUser, Scene.Error(_scene.Authenticate(
            _registered, answer => answer.UserHandle = new byte[32], expected => expected with { IsUserKnown = true })));
        Assert.IsType<AssertionResult.Verified>(_scene.Authenticate(
            _registered, answer => answer.UserHandle = null, expected => expected with { IsUserKnown = true }));
    }

    [Fact]
    public void Refuses_a_user_handle_of_65_bytes() =>
        Assert.Equal(WebAuthnError.TooLarge, Scene.Error(_scene.Authenticate(_registered, answer => answer.UserHandle = new byte[65])));

    [Fact]
    public void Refuses_what_can_be_backed_up_and_could_not_and_the_other_way_round()
    {
        Assert.Equal(WebAuthnError.BackupEligibilityChanged, Scene.Error(_scene.Authenticate(
            _registered, answer => (answer.BackupEligible, answer.BackedUp) = (false, false))));
        Assert.Equal(WebAuthnError.BackupEligibilityChanged, Scene.Error(_scene.Authenticate(
            _registered, expect: expected => expected with { IsBackupEligible = false })));
    }

    [Fact]
    public void Refuses_what_is_backed_up_and_cannot_be() =>
        Assert.Equal(WebAuthnError.InvalidBackupState, Scene.Error(_scene.Authenticate(_registered, answer => answer.BackupEligible = false)));

    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(0, 1, true)]
    [InlineData(7, 8, true)]
    [InlineData(7, uint.MaxValue, true)]
    [InlineData(7, 7, false)]
    [InlineData(7, 6, false)]
    [InlineData(7, 0, false)]
    public void Refuses_a_counter_that_does_not_rise(uint before, uint now, bool taken)
    {
        var result = _scene.Authenticate(_registered, answer => answer.SignCount = now, expected => expected with { SignCount = before });

        Assert.Equal(taken ? null : WebAuthnError.CounterFell, (result as AssertionResult.Refused)?.Error);
    }

    [Fact]
    public void Refuses_the_signature_of_another_credential()
    {
        _scene.Register();

        Assert.Equal(WebAuthnError.InvalidSignature, Scene.Error(_scene.Authenticate(_registered)));
    }

    [Theory]
    [InlineData(-7)]
    [InlineData(-8)]
    [InlineData(-257)]
    public void Refuses_a_signature_cut_short_drawn_out_or_empty(int algorithm)
    {
        _scene.Authenticator.Algorithm = algorithm;
        var registered = _scene.Register();

        Assert.IsType<AssertionResult.Verified>(_scene.Authenticate(registered));
        Assert.Equal(WebAuthnError.InvalidSignature, Scene.Error(_scene.Authenticate(registered, answer => answer.Signed = signature => signature[..^1])));
        Assert.Equal(WebAuthnError.InvalidSignature, Scene.Error(_scene.Authenticate(registered, answer => answer.Signed = signature => [.. signature, 0])));
        Assert.Equal(WebAuthnError.InvalidSignature, Scene.Error(_scene.Authenticate(registered, answer => answer.Signed = _ => [])));
    }

    [Fact]
    public void Refuses_authenticator_data_with_bytes_to_spare() =>
        Assert.Equal(WebAuthnError.Malformed, Scene.Error(_scene.Authenticate(_registered, answer => answer.Written = data => [.. data, 0])));

    [Theory]
    [InlineData("clientDataJSON")]
    [InlineData("authenticatorData")]
    [InlineData("signature")]
    public void Refuses_a_response_without_one_of_its_parts(string name) => Assert.Equal(WebAuthnError.Malformed,
        Scene.Error(_scene.Authenticate(_registered, answer => answer.Posted = json => json["response"]!.AsObject().Remove(name))));
}
