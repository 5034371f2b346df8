using System.Buffers.Binary;
using System.Buffers.Text;
using System.Formats.Cbor;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Identity.Testing.Passkeys;

/// <summary>
/// An authenticator and its browser in software: it answers options with what <c>toJSON()</c> of a credential would give.
/// Valid by default, as a synced passkey is; a test breaks one thing. Not safe for concurrent changes; reading is.
/// </summary>
/// <param name="origin">The origin of the page.</param>
public sealed class SoftwareAuthenticator(string origin)
{
    private readonly List<Credential> _credentials = [];

    private sealed record Credential(byte[] Id, string RelyingPartyId, byte[] UserHandle, AuthenticatorKey Key);

    /// <summary>COSE number of the keys it makes, when the options allow it.</summary>
    public int Algorithm { get; set; } = -7;

    public Guid Aaguid { get; set; } = Guid.Parse("01020304-0506-0708-0102-030405060708");

    public AttestationMaker Attestation { get; set; } = AttestationMaker.None;

    /// <summary>Whether its passkeys are on several devices.</summary>
    public bool IsSynced { get; set; } = true;

    /// <summary>The counter of the last signature; 0 for ever unless <see cref="Counts"/>.</summary>
    public uint Counter { get; set; }

    public bool Counts { get; set; }

    /// <summary>Ids of its credentials, the newest last.</summary>
    public IReadOnlyList<byte[]> CredentialIds => [.. _credentials.Select(credential => credential.Id)];

    /// <summary>Answers creation options.</summary>
    public string Create(string optionsJson, Action<AuthenticatorAnswer>? change = null)
    {
        var options = JsonNode.Parse(optionsJson)!; // Options are an object.
        var (rp, user) = ((string)options["rp"]!["id"]!, Base64Url.DecodeFromChars((string)options["user"]!["id"]!));
        var key = AuthenticatorKey.Create(Algorithm);
        var answer = Answer("webauthn.create", options, rp, RandomNumberGenerator.GetBytes(32), change);
        _credentials.Add(new(answer.CredentialId, answer.RelyingPartyId, user, key));

        var clientData = Bytes(answer.ClientData);
        var data = answer.Written([.. Head(answer, attested: true), .. Attested(answer.CredentialId, key)]);
        var request = new AttestationRequest(data, SHA256.HashData(clientData), key, Aaguid, answer.CredentialId);
        return Post(answer, new JsonObject
        {
            ["clientDataJSON"] = Base64Url.EncodeToString(clientData),
            ["attestationObject"] = Base64Url.EncodeToString(AttestationObject(request)),
            ["transports"] = new JsonArray("internal", "hybrid"),
        });
    }

    /// <summary>Answers request options, by the newest credential they allow.</summary>
    public string Get(string optionsJson, Action<AuthenticatorAnswer>? change = null)
    {
        var options = JsonNode.Parse(optionsJson)!; // Options are an object.
        var allowed = options["allowCredentials"]?.AsArray().Select(entry => (string)entry!["id"]!).ToList() ?? [];
        var credential = _credentials.Last(own => own.RelyingPartyId == (string)options["rpId"]!
            && (allowed.Count == 0 || allowed.Contains(Base64Url.EncodeToString(own.Id))));
        var answer = Answer("webauthn.get", options, credential.RelyingPartyId, credential.Id, given =>
        {
            given.UserHandle = credential.UserHandle;
            change?.Invoke(given);
        });

        var clientData = Bytes(answer.ClientData);
        var data = answer.Written(Head(answer, attested: false));
        var response = new JsonObject
        {
            ["clientDataJSON"] = Base64Url.EncodeToString(clientData),
            ["authenticatorData"] = Base64Url.EncodeToString(data),
            ["signature"] = Base64Url.EncodeToString(answer.Signed(credential.Key.Sign([.. data, .. SHA256.HashData(clientData)]))),
        };
        if (answer.UserHandle is { } handle)
            response["userHandle"] = Base64Url.EncodeToString(handle);
        return Post(answer, response);
    }

    private AuthenticatorAnswer Answer(string type, JsonNode options, string rp, byte[] id, Action<AuthenticatorAnswer>? change)
    {
        if (Counts)
            Counter++;
        var answer = new AuthenticatorAnswer
        {
            ClientData = new() { ["type"] = type, ["challenge"] = (string)options["challenge"]!, ["origin"] = origin, ["crossOrigin"] = false },
            RelyingPartyId = rp,
            CredentialId = id,
            BackupEligible = IsSynced,
            BackedUp = IsSynced,
            SignCount = Counter,
        };
        change?.Invoke(answer);
        return answer;
    }

    private static byte[] Head(AuthenticatorAnswer answer, bool attested)
    {
        var head = new byte[37];
        SHA256.HashData(Encoding.UTF8.GetBytes(answer.RelyingPartyId), head);
        head[32] = answer.Flags(attested);
        BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(33), answer.SignCount);
        return head;
    }

    private byte[] Attested(byte[] id, AuthenticatorKey key)
    {
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)id.Length);
        return [.. Aaguid.ToByteArray(bigEndian: true), .. length, .. id, .. key.Cose];
    }

    private byte[] AttestationObject(AttestationRequest request)
    {
        var cbor = new CborWriter(CborConformanceMode.Ctap2Canonical);
        cbor.WriteStartMap(3);
        cbor.WriteTextString("fmt");
        cbor.WriteTextString(Attestation.Format);
        cbor.WriteTextString("attStmt");
        Attestation.Write(request, cbor);
        cbor.WriteTextString("authData");
        cbor.WriteByteString(request.AuthenticatorData);
        cbor.WriteEndMap();
        return cbor.Encode();
    }

    private static string Post(AuthenticatorAnswer answer, JsonObject response)
    {
        var id = Base64Url.EncodeToString(answer.CredentialId);
        var json = new JsonObject
        {
            ["id"] = id,
            ["rawId"] = id,
            ["type"] = "public-key",
            ["authenticatorAttachment"] = "platform",
            ["clientExtensionResults"] = new JsonObject(),
            ["response"] = response,
        };
        answer.Posted(json);
        return json.ToJsonString();
    }

    private static byte[] Bytes(JsonObject json) => Encoding.UTF8.GetBytes(json.ToJsonString());
}
