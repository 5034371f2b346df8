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
    public Task<RecordsOutcome<CareRecord>> GetRecordAsync(ClaimsPrincipal citizen, CancellationToken cancellation) =>
        GetAsync<CareRecord>("/records", citizen, cancellation);

    public Task<RecordsOutcome<IReadOnlyList<PrivateNote>>> GetNotesAsync(ClaimsPrincipal citizen, CancellationToken cancellation) =>
        GetAsync<IReadOnlyList<PrivateNote>>("/notes", citizen, cancellation);

    private async Task<RecordsOutcome<T>> GetAsync<T>(string path, ClaimsPrincipal citizen, CancellationToken cancellation)
    {
        try
        {
            return await FetchAsync<T>(path, citizen, cancellation);
        }
        catch (Exception problem) when (problem is HttpRequestException or JsonException || (problem is TaskCanceledException && !cancellation.IsCancellationRequested))
        {
            log.Unavailable(problem);
            return new RecordsOutcome<T>.Unavailable();
        }
    }

    private async Task<RecordsOutcome<T>> FetchAsync<T>(string path, ClaimsPrincipal citizen, CancellationToken cancellation)
    {
        string? refused = null;
        while (await tokens.GetAsync(citizen, refused, cancellation) is { } token)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            using var response = await http.SendAsync(request, cancellation);
            // Before the token is renewed: a new one tells of the same sign-in as the old one.
            if (StepUp.Read(response.Headers.WwwAuthenticate) is { } stepUp) return new RecordsOutcome<T>.StepUpNeeded(stepUp);
            if (response.StatusCode == HttpStatusCode.Unauthorized && refused is null)
            {
                refused = token;
                continue;
            }
            return response.IsSuccessStatusCode && await response.Content.ReadFromJsonAsync<T>(cancellation) is { } answer
                ? new RecordsOutcome<T>.Found(answer)
                : new RecordsOutcome<T>.Unavailable();
        }
        return new RecordsOutcome<T>.SignInNeeded();
    }
}
