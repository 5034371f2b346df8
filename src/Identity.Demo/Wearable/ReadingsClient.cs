using System.Net;
using System.Net.Http.Headers;
using Identity.Demo.RecordsApi;

namespace Identity.Demo.Wearable;

/// <summary>Sends what the watch measured to the records API, with its access token (RFC 6750 §2.1).</summary>
internal sealed class ReadingsClient(HttpClient http)
{
    /// <returns>Whether the token was good; an access token lasts for minutes.</returns>
    /// <exception cref="HttpRequestException">The API did not answer as it should.</exception>
    public async Task<bool> SendAsync(HeartRate reading, string accessToken, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/readings") { Content = JsonContent.Create(reading) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        using var response = await http.SendAsync(request, cancellation);
        if (response.StatusCode == HttpStatusCode.Unauthorized) return false;
        response.EnsureSuccessStatusCode();
        return true;
    }
}
