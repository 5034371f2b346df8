using System.Buffers.Text;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Identity.Domain.Notifications.Gateway;

/// <summary>How a request shows who sends it.</summary>
internal static class GatewayKey
{
    private static readonly string Header = Encode("""{"typ":"JWT","alg":"HS256"}"""u8);

    /// <summary>RFC 6750 §2.1: a bearer token. With a service's name it is a JWT (RFC 7519) that says when it was made and is of no use later.</summary>
    public static AuthenticationHeaderValue Of(TextOptions options, DateTimeOffset now)
    {
        if (options.ServiceId.Length == 0)
            return new("Bearer", options.Key);

        var claims = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object> { ["iss"] = options.ServiceId, ["iat"] = now.ToUnixTimeSeconds() });
        var signed = $"{Header}.{Encode(claims)}";
        // RFC 7515 §5.1.
        return new("Bearer", $"{signed}.{Encode(HMACSHA256.HashData(Encoding.UTF8.GetBytes(options.Key), Encoding.ASCII.GetBytes(signed)))}");
    }

    private static string Encode(ReadOnlySpan<byte> bytes) => Base64Url.EncodeToString(bytes);
}
