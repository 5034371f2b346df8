using System.Net;
using System.Net.Http.Headers;

namespace Identity.Protocol.Outgoing;

/// <summary>
/// Fetches what partners publish about themselves: keys, request objects, lists of redirect URIs. No redirect is followed, nothing
/// longer than the limit is read, and nobody waits longer than <see cref="OutgoingOptions.Timeout"/>. Safe for concurrent use.
/// </summary>
internal sealed class PartnerDocuments(PartnerHttp http)
{
    /// <param name="address">Where it is, as registered.</param>
    /// <param name="types">The media types that are asked for.</param>
    /// <param name="limit">The most bytes that it may have.</param>
    public async Task<PartnerDocument> FetchAsync(Uri address, string types, int limit, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.ParseAdd(types);
        return await http.SendAsync(request, (response, over) => ReadAsync(response, limit, over), why => Missing(Explain(why)), cancellationToken);
    }

    private static async Task<PartnerDocument> ReadAsync(HttpResponseMessage response, int limit, CancellationToken cancellationToken)
    {
        if (response.StatusCode != HttpStatusCode.OK)
            return Missing($"it answered {(int)response.StatusCode} and not 200");
        if (response.Content.Headers.ContentLength > limit)
            return Missing(TooLong(limit));
        var buffer = new byte[limit + 1];
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        var length = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return length > limit ? Missing(TooLong(limit)) : new(buffer.AsSpan(0, length).ToArray(), MaxAge(response.Headers.CacheControl), null);
    }

    private static TimeSpan? MaxAge(CacheControlHeaderValue? control) => control is { NoCache: true } or { NoStore: true } ? TimeSpan.Zero : control?.MaxAge;

    private static PartnerDocument Missing(string fault) => new(null, null, fault);

    private static string TooLong(int limit) => $"it is longer than {limit / 1024} KiB";

    private static string Explain(string why) => why switch
    {
        "timeout" => "it did not answer in time",
        "private_address" => "its host is in a private network",
        "tls" => "its certificate was not accepted",
        _ => "it could not be reached",
    };
}
