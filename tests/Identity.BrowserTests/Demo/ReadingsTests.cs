using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Identity.Demo.RecordsApi;
using Identity.Testing;
using Xunit;

namespace Identity.BrowserTests.Demo;

public sealed class ReadingsTests : RecordsApiTest
{
    [Fact]
    [Spec("RFC 6750", "2.1")]
    public async Task A_reading_is_kept_for_its_subject_and_read_by_the_other_scope()
    {
        Assert.Equal(HttpStatusCode.NoContent, await SendAsync("readings", 72));
        Assert.Equal(HttpStatusCode.NoContent, await SendAsync("readings", 74));

        var record = await (await AskAsync(Issuer.Token(Audience))).Content.ReadFromJsonAsync<CareRecord>();
        var others = await (await AskAsync(Issuer.Token(Audience, token => token.Claims["sub"] = "another"))).Content.ReadFromJsonAsync<CareRecord>();

        Assert.Equal([74, 72], record?.HeartRates.Select(reading => reading.BeatsPerMinute) ?? []);
        Assert.Empty(others?.HeartRates ?? []);
    }

    [Fact]
    [Spec("RFC 6750", "3.1")]
    public async Task Each_scope_opens_its_own_door_alone()
    {
        Assert.Equal(HttpStatusCode.Forbidden, await SendAsync("records", 72));
        var answer = await AskAsync(Issuer.Token(Audience, token => token.Claims["scope"] = "openid readings"));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync(null, 72));
    }

    [Theory]
    [InlineData(19, 0)]
    [InlineData(251, 0)]
    [InlineData(int.MaxValue, 0)]
    [InlineData(72, 2)]
    [InlineData(72, -1500)]
    public async Task What_no_heart_does_is_refused(int beats, int minutes) =>
        Assert.Equal(HttpStatusCode.BadRequest, await SendAsync("readings", beats, minutes));

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{\"beatsPerMinute\": \"many\"}")]
    public async Task What_is_no_reading_is_refused(string body)
    {
        using var content = new StringContent(body, MediaTypeHeaderValue.Parse("application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync("readings", content));
    }

    private async Task<HttpStatusCode> SendAsync(string? scope, int beats, int minutes = 0)
    {
        using var content = JsonContent.Create(new HeartRate(beats, Clock.GetUtcNow().AddMinutes(minutes)));
        return await PostAsync(scope, content);
    }

    private async Task<HttpStatusCode> PostAsync(string? scope, HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Audience}/readings") { Content = content };
        if (scope is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Issuer.Token(Audience, token => token.Claims["scope"] = scope));
        using var response = await Http.SendAsync(request);
        return response.StatusCode;
    }
}
