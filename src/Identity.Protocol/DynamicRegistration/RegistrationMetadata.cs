using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Identity.Protocol.DynamicRegistration;

/// <summary>
/// The metadata that a client may register of itself (RFC 7591 §2, OpenID Connect Registration §2), each with the type of its value.
/// What is not among it is ignored, as RFC 7591 §2 says.
/// </summary>
internal static class RegistrationMetadata
{
    private static readonly FrozenDictionary<string, JsonValueKind> Known = new Dictionary<string, JsonValueKind>
    {
        ["redirect_uris"] = JsonValueKind.Array,
        ["response_types"] = JsonValueKind.Array,
        ["grant_types"] = JsonValueKind.Array,
        ["request_uris"] = JsonValueKind.Array,
        ["post_logout_redirect_uris"] = JsonValueKind.Array,
        ["application_type"] = JsonValueKind.String,
        ["client_name"] = JsonValueKind.String,
        ["client_uri"] = JsonValueKind.String,
        ["scope"] = JsonValueKind.String,
        ["jwks_uri"] = JsonValueKind.String,
        ["jwks"] = JsonValueKind.Object,
        ["sector_identifier_uri"] = JsonValueKind.String,
        ["subject_type"] = JsonValueKind.String,
        ["id_token_signed_response_alg"] = JsonValueKind.String,
        ["id_token_encrypted_response_alg"] = JsonValueKind.String,
        ["id_token_encrypted_response_enc"] = JsonValueKind.String,
        ["userinfo_signed_response_alg"] = JsonValueKind.String,
        ["userinfo_encrypted_response_alg"] = JsonValueKind.String,
        ["userinfo_encrypted_response_enc"] = JsonValueKind.String,
        ["request_object_signing_alg"] = JsonValueKind.String,
        ["require_signed_request_object"] = JsonValueKind.True,
        ["require_pushed_authorization_requests"] = JsonValueKind.True,
        ["token_endpoint_auth_method"] = JsonValueKind.String,
        ["token_endpoint_auth_signing_alg"] = JsonValueKind.String,
        ["initiate_login_uri"] = JsonValueKind.String,
        ["default_max_age"] = JsonValueKind.Number,
        ["default_acr_values"] = JsonValueKind.Array,
        ["require_auth_time"] = JsonValueKind.True,
        ["backchannel_logout_uri"] = JsonValueKind.String,
        ["backchannel_logout_session_required"] = JsonValueKind.True,
        ["frontchannel_logout_uri"] = JsonValueKind.String,
        ["frontchannel_logout_session_required"] = JsonValueKind.True,
    }.ToFrozenDictionary();

    /// <summary>Takes what is known from what was sent.</summary>
    /// <returns>What is wrong, or null. A value of null says the same as its absence.</returns>
    public static RegistrationFault? Take(JsonObject sent, JsonObject taken)
    {
        foreach (var (name, value) in sent)
        {
            if (value is null || !Known.TryGetValue(name, out var kind))
                continue;
            if (Kind(value) != kind || (kind is JsonValueKind.Number && !value.AsValue().TryGetValue<int>(out _)) || (value is JsonArray list && list.Any(item => item?.GetValueKind() is not JsonValueKind.String)))
                return RegistrationFault.Metadata($"{name}: write {Words(kind)}.");
            taken[name] = value.DeepClone();
        }

        return null;
    }

    /// <summary>Leaves of a whole registration what is told to the client.</summary>
    public static JsonObject Show(JsonObject registration) => new(registration.Where(member => member.Value is not null && Known.ContainsKey(member.Key))
        .Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));

    private static JsonValueKind Kind(JsonNode value) => value.GetValueKind() is JsonValueKind.False ? JsonValueKind.True : value.GetValueKind();

    private static string Words(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Array => "a list of texts",
        JsonValueKind.True => "true or false",
        JsonValueKind.Number => "a whole number",
        JsonValueKind.Object => "a JSON object",
        _ => "a text",
    };
}
