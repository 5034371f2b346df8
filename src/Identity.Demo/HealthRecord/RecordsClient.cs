using System.Net;
using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Json;
using Identity.Demo.RecordsApi;
using Identity.Demo.RelyingParty;

namespace Identity.Demo.HealthRecord;

/// <summary>Fetches a citizen's record with their access token, RFC 6750 §2.1, renewing the token once where it is refused.</summary>
internal sealed class RecordsClient(HttpClient http, AccessTokens tokens, ILogger<RecordsClient> log)
{
    public async Task<RecordsOutcome> GetAsync(ClaimsPrincipal citizen, CancellationToken cancellation)
    {
        try
        {
            return await FetchAsync(citizen, cancellation);
        }
        catch (Exception problem) when (problem is HttpRequestException or JsonException || (problem is TaskCanceledException && !cancellation.IsCancellationRequested))
        {
            log.Unavailable(problem);
            return new RecordsOutcome.Unavailable();
        }
    }

    private async Task<RecordsOutcome> FetchAsync(ClaimsPrincipal citizen, CancellationToken cancellation)
    {
        string? refused = null;
        while (await tokens.GetAsync(citizen, refused, cancellation) is { } token)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/records");
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            using var response = await http.SendAsync(request, cancellation);
            if (response.StatusCode == HttpStatusCode.Unauthorized && refused is null)
            {
                refused = token;
                continue;
            }
            return response.IsSuccessStatusCode && await response.Content.ReadFromJsonAsync<CareRecord>(cancellation) is { } record
                ? new RecordsOutcome.Found(record)
                : new RecordsOutcome.Unavailable();
        }
        return new RecordsOutcome.SignInNeeded();
    }
}
