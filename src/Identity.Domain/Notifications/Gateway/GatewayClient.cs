using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Notifications.Gateway;

/// <summary>
/// One request to the gateway. Whatever comes back that is not its word that it took the message is a failure: another status,
/// a redirect, a page, more than an answer needs. Safe for concurrent use.
/// </summary>
internal sealed class GatewayClient : IDisposable
{
    private const int LongestAnswer = 64 * 1024;

    private readonly HttpClient _http;
    private readonly TextOptions _options;
    private readonly TimeProvider _clock;

    public GatewayClient(IOptions<TextOptions> options, TimeProvider clock)
    {
        (_options, _clock) = (options.Value, clock);
        var handler = new SocketsHttpHandler
        {
            // The key and the code go where the settings say and nowhere else.
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = _options.Timeout,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };
        _http = new HttpClient(handler)
        {
            BaseAddress = new Uri(_options.Address.TrimEnd('/') + "/"),
            Timeout = _options.Timeout,
            MaxResponseContentBufferSize = LongestAnswer,
        };
    }

    /// <exception cref="MessageRefusedException">It will never take this message.</exception>
    /// <exception cref="HttpRequestException">It did not take it now.</exception>
    public async Task SendAsync(string path, object body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Authorization = GatewayKey.Of(_options, _clock.GetUtcNow());
        try
        {
            using var response = await _http.SendAsync(request, cancellationToken);
            await CheckAsync(response, cancellationToken);
        }
        catch (OperationCanceledException timeout) when (!cancellationToken.IsCancellationRequested)
        {
            throw new HttpRequestException(HttpRequestError.ConnectionError, "The gateway did not answer in time.", timeout);
        }
    }

    public void Dispose() => _http.Dispose();

    private static async Task CheckAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        // What is said of this message, not of us: 401 and 403 are about our key, and 429 passes.
        if (response.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity)
            throw new MessageRefusedException($"The gateway answered {(int)response.StatusCode}.");
        if (!response.IsSuccessStatusCode)
            throw new HttpRequestException(HttpRequestError.InvalidResponse, $"The gateway answered {(int)response.StatusCode}.", null, response.StatusCode);
        if (response.Content.Headers.ContentType?.MediaType is not "application/json" || !HasId(await response.Content.ReadAsByteArrayAsync(cancellationToken)))
            throw new HttpRequestException(HttpRequestError.InvalidResponse, "The gateway answered what is no answer.", null, response.StatusCode);
    }

    private static bool HasId(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("id", out var id) && id.ValueKind is JsonValueKind.String;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
