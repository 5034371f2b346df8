using System.Text.Json.Serialization;

namespace Identity.Demo.Wearable;

/// <summary>RFC 8628 §3.2.</summary>
internal sealed record DeviceCodes(
    [property: JsonPropertyName("device_code")] string DeviceCode,
    [property: JsonPropertyName("user_code")] string UserCode,
    [property: JsonPropertyName("verification_uri")] Uri VerificationUri,
    [property: JsonPropertyName("verification_uri_complete")] Uri VerificationUriComplete,
    [property: JsonPropertyName("expires_in")] int ExpiresIn,
    [property: JsonPropertyName("interval")] int Interval);

/// <summary>RFC 6749 §5.1 and §5.2.</summary>
internal sealed record TokenAnswer(
    [property: JsonPropertyName("access_token")] string? Access,
    [property: JsonPropertyName("refresh_token")] string? Refresh,
    [property: JsonPropertyName("error")] string? Error);

/// <summary>The two endpoints of the provider's metadata (RFC 8414 §2, RFC 8628 §4) that a device calls.</summary>
internal sealed record ProviderMetadata(
    [property: JsonPropertyName("device_authorization_endpoint")] Uri DeviceAuthorization,
    [property: JsonPropertyName("token_endpoint")] Uri Token);
