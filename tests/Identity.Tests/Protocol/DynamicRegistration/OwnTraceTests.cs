using System.Net;
using Identity.Testing;

namespace Identity.Tests.Protocol.DynamicRegistration;

/// <summary>A client that registered itself has its own requests written down, by the token that it was given with its registration.</summary>
[Spec("RFC 7592", "1.3")]
public sealed class OwnTraceTests() : RegistrationScene
{
    [Fact]
    public async Task It_reads_its_own_refusals_and_why()
    {
        var mine = await RegisterAsync(Metadata());
        var on = await SendAsync(HttpMethod.Post, Trace(mine), mine.Token);
        await TestClient.SendAsync(Http, "token", [new("grant_type", "authorization_code"), new("code", "guessed"), new("redirect_uri", "https://new.example/callback"), new("code_verifier", new('v', 43))], TestClient.Basic(mine.ClientId, "wrong"));

        var read = await SendAsync(HttpMethod.Get, Trace(mine), mine.Token);

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (on.Status, read.Status));
        Assert.Equal(on["until"], read["until"]);
        var request = read.Body.GetProperty("requests").EnumerateArray().Single();
        Assert.Equal("invalid_client", request.GetProperty("error").GetString());
        Assert.Contains("none of the 1 that count", request.GetProperty("hint").GetString(), StringComparison.Ordinal);
        Assert.Equal(32, request.GetProperty("request_id").GetString()?.Length);
    }

    [Fact]
    public async Task It_ends_it_and_nothing_is_left()
    {
        var mine = await RegisterAsync(Metadata());
        await SendAsync(HttpMethod.Post, Trace(mine), mine.Token);

        Assert.Equal(HttpStatusCode.NoContent, (await SendAsync(HttpMethod.Delete, Trace(mine), mine.Token)).Status);

        var read = await SendAsync(HttpMethod.Get, Trace(mine), mine.Token);
        Assert.Equal(("", 0), (read["until"], read.Body.GetProperty("requests").GetArrayLength()));
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    [InlineData("DELETE")]
    public async Task Nobody_else_does(string method)
    {
        var (mine, theirs) = (await RegisterAsync(Metadata()), await RegisterAsync(Metadata()));

        foreach (var token in new[] { "", "guessed", theirs.Token, Initial })
            Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(new(method), Trace(mine), token)).Status);
    }

    private static string Trace(RegistrationReply registered) => $"register/{registered.ClientId}/trace";
}
