using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Identity.Domain.Credentials.WebAuthn;

namespace Identity.Tests.Domain.Credentials.WebAuthn;

/// <summary>
/// The test vectors of Web Authentication Level 3, which are no part of this repository: from the folder that
/// IDENTITY_TEST_VECTORS names, else from <c>shared/vectors</c> beside the checkout or beside a folder above it.
/// </summary>
internal static class Vectors
{
    private static readonly Lazy<JsonElement?> Document = new(Load);

    public static RelyingPartyRules RelyingParty { get; } =
        new("example.org", ["https://example.org"]) { AllowsFrames = true, TopOrigins = ["https://example.com"] };

    /// <summary>All of them. Skips the test, loudly, where they are not.</summary>
    public static IReadOnlyList<Vector> All => [.. Read().GetProperty("vectors").EnumerateArray().Select(Vector.Of)];

    /// <summary>The authority that made every attestation certificate. Skips as above.</summary>
    public static X509Certificate2 Root =>
        X509CertificateLoader.LoadCertificate(Convert.FromHexString(Read().GetProperty("attestationRoot").GetProperty("attestation_ca_cert").GetString()!)); // The file has one.

    private static JsonElement Read()
    {
        Assert.SkipWhen(Document.Value is null, "The WebAuthn vectors are not here: set IDENTITY_TEST_VECTORS to the folder of webauthn.json.");
        return Document.Value!.Value; // Else the test were skipped.
    }

    private static JsonElement? Load()
    {
        var named = Environment.GetEnvironmentVariable("IDENTITY_TEST_VECTORS");
        var folders = named is not null ? [named] : Above(new DirectoryInfo(AppContext.BaseDirectory)).Select(folder => Path.Combine(folder, "shared", "vectors"));
        var file = folders.Select(folder => Path.Combine(folder, "webauthn.json")).FirstOrDefault(File.Exists);
        return file is null ? null : JsonDocument.Parse(File.ReadAllBytes(file)).RootElement;
    }

    private static IEnumerable<string> Above(DirectoryInfo? folder)
    {
        for (; folder is not null; folder = folder.Parent)
            yield return folder.FullName;
    }
}

/// <summary>One credential: registered, then used.</summary>
internal sealed record Vector(
    string Id, byte[] CredentialId, byte[] RegistrationChallenge, byte[] RegistrationClientData, byte[] AttestationObject,
    byte[] Challenge, byte[] ClientData, byte[] AuthenticatorData, byte[] Signature)
{
    public string Format => Id.Split('.')[0] is var name && name.StartsWith("packed", StringComparison.Ordinal) ? "packed" : name;

    public static Vector Of(JsonElement vector)
    {
        var (registration, authentication) = (vector.GetProperty("registration"), vector.GetProperty("authentication"));
        return new(vector.GetProperty("id").GetString()!, Hex(registration, "credential_id"), // Every vector has an id.
            Hex(registration, "challenge"), Hex(registration, "clientDataJSON"), Hex(registration, "attestationObject"),
            Hex(authentication, "challenge"), Hex(authentication, "clientDataJSON"), Hex(authentication, "authenticatorData"), Hex(authentication, "signature"));
    }

    public string RegistrationJson => Json(("clientDataJSON", RegistrationClientData), ("attestationObject", AttestationObject));

    /// <summary>The answer, with a user handle for those who ask for one.</summary>
    public string AssertionJson(byte[]? userHandle = null) => Json(
        [("clientDataJSON", ClientData), ("authenticatorData", AuthenticatorData), ("signature", Signature), .. userHandle is null ? [] : new[] { ("userHandle", userHandle) }]);

    public RegistrationResult Register()
    {
        try
        {
            return Registration.Judge(RegistrationResponse.Parse(RegistrationJson), new()
            {
                RelyingParty = Vectors.RelyingParty,
                ChallengeHash = SHA256.HashData(RegistrationChallenge),
                Algorithms = Enum.GetValues<CoseAlgorithm>(),
                UserVerificationRequired = false,
            });
        }
        catch (WebAuthnException refused)
        {
            return new RegistrationResult.Refused(refused.Error);
        }
    }

    public AssertionResult Authenticate(RegistrationResult.Registered registered)
    {
        try
        {
            return Assertion.Judge(AssertionResponse.Parse(AssertionJson()), new()
            {
                RelyingParty = Vectors.RelyingParty,
                ChallengeHash = SHA256.HashData(Challenge),
                UserHandle = [],
                IsUserKnown = true,
                PublicKey = registered.Credential.PublicKey.Encoded,
                SignCount = registered.Data.SignCount,
                IsBackupEligible = registered.Data.IsBackupEligible,
                UserVerificationRequired = false,
            });
        }
        catch (WebAuthnException refused)
        {
            return new AssertionResult.Refused(refused.Error);
        }
    }

    private string Json(params (string Name, byte[] Value)[] response) => JsonSerializer.Serialize(new
    {
        id = Base64UrlText.Of(CredentialId),
        rawId = Base64UrlText.Of(CredentialId),
        type = "public-key",
        clientExtensionResults = new { },
        response = response.ToDictionary(part => part.Name, part => Base64UrlText.Of(part.Value)),
    });

    private static byte[] Hex(JsonElement parent, string name) => Convert.FromHexString(parent.GetProperty(name).GetString()!); // Every vector has these.
}
