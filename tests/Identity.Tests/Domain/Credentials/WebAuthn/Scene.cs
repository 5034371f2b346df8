using System.Security.Cryptography;
using System.Text.Json;
using Identity.Domain.Credentials.WebAuthn;
using Identity.Testing.Passkeys;

namespace Identity.Tests.Domain.Credentials.WebAuthn;

/// <summary>One relying party and one authenticator, without a database: valid, until a test breaks one thing.</summary>
internal sealed class Scene
{
    public const string Origin = "https://identity.test";

    private static readonly byte[] Handle = RandomNumberGenerator.GetBytes(32);

    private readonly byte[] _challenge = RandomNumberGenerator.GetBytes(32);

    public SoftwareAuthenticator Authenticator { get; } = new(Origin);

    public RelyingPartyRules RelyingParty { get; set; } = new("identity.test", [Origin]);

    /// <summary>Makes a credential and judges it.</summary>
    public RegistrationResult Register(Action<AuthenticatorAnswer>? change = null, Func<RegistrationExpectations, RegistrationExpectations>? expect = null)
    {
        var options = JsonSerializer.Serialize(new
        {
            rp = new { id = "identity.test" },
            user = new { id = Base64UrlText.Of(Handle) },
            challenge = Base64UrlText.Of(_challenge),
        });
        return Judge(Authenticator.Create(options, change), expect ?? (expectations => expectations));
    }

    public RegistrationResult Judge(string? json, Func<RegistrationExpectations, RegistrationExpectations>? expect = null)
    {
        var expectations = new RegistrationExpectations
        {
            RelyingParty = RelyingParty,
            ChallengeHash = SHA256.HashData(_challenge),
            Algorithms = [CoseAlgorithm.ES256, CoseAlgorithm.EdDsa, CoseAlgorithm.RS256],
        };
        try
        {
            return Registration.Judge(RegistrationResponse.Parse(json), expect?.Invoke(expectations) ?? expectations);
        }
        catch (WebAuthnException refused)
        {
            return new RegistrationResult.Refused(refused.Error);
        }
    }

    /// <summary>Signs with the newest credential and judges it against <paramref name="registered"/>.</summary>
    public AssertionResult Authenticate(RegistrationResult registered, Action<AuthenticatorAnswer>? change = null, Func<AssertionExpectations, AssertionExpectations>? expect = null)
    {
        var options = JsonSerializer.Serialize(new { rpId = "identity.test", challenge = Base64UrlText.Of(_challenge) });
        var record = Assert.IsType<RegistrationResult.Registered>(registered);
        var expectations = new AssertionExpectations
        {
            RelyingParty = RelyingParty,
            ChallengeHash = SHA256.HashData(_challenge),
            UserHandle = Handle,
            PublicKey = record.Credential.PublicKey.Encoded,
            SignCount = record.Data.SignCount,
            IsBackupEligible = record.Data.IsBackupEligible,
        };
        try
        {
            return Assertion.Judge(AssertionResponse.Parse(Authenticator.Get(options, change)), expect?.Invoke(expectations) ?? expectations);
        }
        catch (WebAuthnException refused)
        {
            return new AssertionResult.Refused(refused.Error);
        }
    }

    public static WebAuthnError Error(RegistrationResult result) => Assert.IsType<RegistrationResult.Refused>(result).Error;

    public static WebAuthnError Error(AssertionResult result) => Assert.IsType<AssertionResult.Refused>(result).Error;
}
