using System.Text;
using System.Text.Json;
using Identity.Domain.Credentials.WebAuthn;

namespace Identity.Domain.Credentials.Passkeys;

/// <summary>Writes <c>PublicKeyCredentialCreationOptionsJSON</c> and <c>PublicKeyCredentialRequestOptionsJSON</c> (WebAuthn §5.1.8 and §5.1.9).</summary>
internal static class OptionsJson
{
    public static string Creation(
        RelyingParty relyingParty, UserEntity user, byte[] challenge, PasskeyPolicy policy, bool conditional, TimeSpan life,
        IEnumerable<CredentialDescriptor> exclude) => Write(json =>
    {
        json.WriteStartObject("rp");
        json.WriteString("id", relyingParty.Rules.Id);
        json.WriteString("name", relyingParty.Name);
        json.WriteEndObject();
        json.WriteStartObject("user");
        json.WriteString("id", Base64UrlText.Of(user.Handle));
        json.WriteString("name", user.Name);
        json.WriteString("displayName", user.DisplayName);
        json.WriteEndObject();
        json.WriteString("challenge", Base64UrlText.Of(challenge));
        Algorithms(json);
        json.WriteNumber("timeout", (long)life.TotalMilliseconds);
        Credentials(json, "excludeCredentials", exclude);
        Selection(json, policy, conditional);
        Texts(json, "hints", policy.Hints);
        json.WriteString("attestation", policy.Attestation);
        Extensions(json, policy);
    });

    public static string Request(RelyingParty relyingParty, byte[] challenge, PasskeyPolicy policy, TimeSpan life, IEnumerable<CredentialDescriptor> allow) => Write(json =>
    {
        json.WriteString("challenge", Base64UrlText.Of(challenge));
        json.WriteNumber("timeout", (long)life.TotalMilliseconds);
        json.WriteString("rpId", relyingParty.Rules.Id);
        Credentials(json, "allowCredentials", allow);
        json.WriteString("userVerification", "required");
        Texts(json, "hints", policy.Hints);
    });

    private static void Algorithms(Utf8JsonWriter json)
    {
        json.WriteStartArray("pubKeyCredParams");
        foreach (var algorithm in PasskeyPolicy.Algorithms)
        {
            json.WriteStartObject();
            json.WriteString("type", "public-key");
            json.WriteNumber("alg", (int)algorithm);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Credentials(Utf8JsonWriter json, string name, IEnumerable<CredentialDescriptor> credentials)
    {
        json.WriteStartArray(name);
        foreach (var credential in credentials)
        {
            json.WriteStartObject();
            json.WriteString("type", "public-key");
            json.WriteString("id", Base64UrlText.Of(credential.Id));
            if (credential.Transports.Length > 0)
                Texts(json, "transports", credential.Transports.Split(' '));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Selection(Utf8JsonWriter json, PasskeyPolicy policy, bool conditional)
    {
        json.WriteStartObject("authenticatorSelection");

        // §5.8.7: for browsers that know no hints.
        if (policy.Hints is ["security-key", ..])
            json.WriteString("authenticatorAttachment", "cross-platform");
        json.WriteString("residentKey", "required");
        json.WriteBoolean("requireResidentKey", true);

        // §5.1.3: a conditional creation that requires what nobody is there to do fails at once.
        json.WriteString("userVerification", conditional ? "preferred" : "required");
        json.WriteEndObject();
    }

    private static void Extensions(Utf8JsonWriter json, PasskeyPolicy policy)
    {
        json.WriteStartObject("extensions");
        json.WriteBoolean("credProps", true);
        if (policy.ProtectsCredential)
        {
            json.WriteString("credentialProtectionPolicy", "userVerificationRequired");
            json.WriteBoolean("enforceCredentialProtectionPolicy", true);
        }
        json.WriteEndObject();
    }

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static string Write(Action<Utf8JsonWriter> members)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
