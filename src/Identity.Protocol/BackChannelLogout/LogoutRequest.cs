using System.Net;
using System.Text.Json;
using Identity.Domain.BackChannelLogout;
using Identity.Protocol.Outgoing;

namespace Identity.Protocol.BackChannelLogout;

/// <summary>
/// Sends one logout token to a client and reads its answer (OpenID Connect Back-Channel Logout §2.5, §2.8). Of an answer no more
/// is read than what an error takes. Safe for concurrent use.
/// </summary>
internal sealed class LogoutRequest(PartnerHttp http)
{
    private const int LongestAnswer = 4 * 1024;

    public async Task<LogoutAnswer> SendAsync(string address, string token, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent([new("logout_token", token)]) };
        return await http.SendAsync<LogoutAnswer>(request, ReadAsync, why => new LogoutAnswer.Failed(null, why), cancellationToken);
    }

    private static async Task<LogoutAnswer> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken) => (int)response.StatusCode switch
    {
        // §2.8: some frameworks answer 204 where 200 is meant.
        200 or 204 => new LogoutAnswer.Took((int)response.StatusCode),
        400 => new LogoutAnswer.Refused(400, Error(await StartAsync(response, cancellationToken))),
        var status => new LogoutAnswer.Failed(status, response.StatusCode is >= HttpStatusCode.Ambiguous and < HttpStatusCode.BadRequest ? "redirect" : "status"),
    };

    private static async Task<ReadOnlyMemory<byte>> StartAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var buffer = new byte[LongestAnswer];
        try
        {
            await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
            return buffer.AsMemory(0, await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken));
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException)
        {
            // The status has said it already.
            return default;
        }
    }

    /// <summary>§2.8: an <c>error</c> as in RFC 6749 §5.2. What is not in the form of a code could quote anything, and is not kept.</summary>
    private static string? Error(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("error", out var error) && error.ValueKind is JsonValueKind.String
                && error.GetString() is { Length: > 0 and <= LogoutAnswer.LongestError } code && code.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-' or '.')
                    ? code
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
