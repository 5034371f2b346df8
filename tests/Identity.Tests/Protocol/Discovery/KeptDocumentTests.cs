using System.Net;
using System.Text.Json;
using Identity.Domain.Audit;
using Identity.Domain.Keys;
using Identity.Testing;

namespace Identity.Tests.Protocol.Discovery;

[Spec("RFC 9110", "8.8.3")]
public sealed class KeptDocumentTests() : ProtocolTest
{
    private const string Metadata = ".well-known/openid-configuration";

    [Theory]
    [InlineData(Metadata)]
    [InlineData(".well-known/jwks.json")]
    public async Task A_document_is_the_same_when_it_comes_from_memory(string address)
    {
        using var first = await Http.GetAsync(address);
        using var second = await Http.GetAsync(address);

        Assert.Equal(await first.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), await second.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("application/json", second.Content.Headers.ContentType?.MediaType);
        Assert.Equal(first.Headers.CacheControl, second.Headers.CacheControl);
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
    }

    [Fact]
    public async Task Who_has_the_document_already_is_told_so()
    {
        using var first = await Http.GetAsync(Metadata);
        using var request = new HttpRequestMessage(HttpMethod.Get, Metadata);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!); // Shown above.

        using var second = await Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(first.Headers.CacheControl, second.Headers.CacheControl);
    }

    [Fact]
    public async Task A_new_key_is_in_the_next_answer()
    {
        Assert.Equal(2, (await KeysAsync()).Count);

        await Provider.Get<SigningKeyKeeper>().RotateAsync("ES256", atOnce: false, AuditSubject.Operator("olive"), TestContext.Current.CancellationToken);
        await Provider.Get<SigningKeyRing>().LoadAsync(TestContext.Current.CancellationToken);

        Assert.Equal(3, (await KeysAsync()).Count);
    }

    [Fact]
    public async Task A_request_with_something_more_is_answered_as_ever()
    {
        using var response = await Http.GetAsync($"{Metadata}?anything=else");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Null(response.Headers.ETag);
    }

    private async Task<List<string?>> KeysAsync() =>
        [.. JsonDocument.Parse(await Http.GetStringAsync(".well-known/jwks.json")).RootElement.GetProperty("keys").EnumerateArray().Select(key => key.GetProperty("kid").GetString())];
}
