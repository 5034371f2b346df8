using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Identity.Sdk;

namespace Identity.Verifiers.Upstream;

/// <summary>The back channel to one provider, whose endpoints may lie on several origins. It reads JSON objects alone, up to a limit. Safe for concurrent use.</summary>
internal sealed class UpstreamHttp(string name, TimeSpan timeout, IHttpPort port)
{
    private const int MostBytes = 256 * 1024;
    private const int MostOrigins = 8;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 16, AllowDuplicateProperties = false };

    private readonly ConcurrentDictionary<string, HttpClient> _clients = new(StringComparer.Ordinal);

    /// <summary>Sends a request.</summary>
    /// <param name="request">To one of the provider's own addresses.</param>
    /// <param name="cause">What the fault is called if it comes to nothing.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="UpstreamFault">There is no answer with status 200 and a JSON object.</exception>
    public async Task<JsonElement> SendAsync(HttpRequestMessage request, string cause, CancellationToken cancellationToken)
    {
        try
        {
            request.Headers.Accept.ParseAdd("application/json");
            using var response = await ClientOf(request.RequestUri!, cause).SendAsync(request, cancellationToken); // Every caller sets it.
            if (response.StatusCode is not HttpStatusCode.OK || !IsJson(response.Content.Headers.ContentType?.MediaType))
                throw UpstreamFault.Broken(cause);
            return Read(await response.Content.ReadAsByteArrayAsync(cancellationToken)) ?? throw UpstreamFault.Broken(cause);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw UpstreamFault.Broken(cause); // It took longer than its time.
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            throw UpstreamFault.Broken(cause);
        }
    }

    /// <summary>Reads a JSON object in which no member occurs twice.</summary>
    /// <returns>Null when it is none.</returns>
    public static JsonElement? Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            return document.RootElement.ValueKind is JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // RFC 7517 §8.5 has a media type of its own for keys.
    private static bool IsJson(string? found) => found?.ToUpperInvariant() is "APPLICATION/JSON" or "APPLICATION/JWK-SET+JSON";

    private HttpClient ClientOf(Uri address, string cause)
    {
        var origin = address.GetLeftPart(UriPartial.Authority);
        if (!_clients.ContainsKey(origin) && _clients.Count >= MostOrigins)
            throw UpstreamFault.Broken(cause);
        try
        {
            return _clients.GetOrAdd(origin, at => port.Client(name, new Uri(at), timeout, MostBytes));
        }
        catch (ArgumentException)
        {
            throw UpstreamFault.Broken(cause); // It is no address that this server speaks to.
        }
    }
}
