using System.Net;
using Identity.Domain.Storage;
using Identity.Testing;

namespace Identity.Tests.Protocol.Interaction;

[Spec("OpenID Connect Core", "3.1.2.1")]
public abstract class PostedRequestTests(StorageProvider storage) : ProtocolTest(storage)
{
    [Fact]
    public async Task A_posted_request_is_taken_up_by_a_GET_that_brings_the_cookies()
    {
        using var elsewhere = Provider.Browser();
        using var posted = await elsewhere.PostAsync("authorize", Client.Parameters());

        Assert.Equal(HttpStatusCode.SeeOther, posted.StatusCode);
        Assert.False(posted.Headers.Contains("Set-Cookie"));
        using var response = await Browser.GetAsync(posted.Headers.Location!.OriginalString); // 303 has one.
        var answer = TestClient.Answer(response);

        Assert.Equal("state-of-the-application", answer["state"]);
        Assert.Equal(200, (await Client.ExchangeAsync(Http, answer["code"])).Status);
    }

    [Fact]
    public async Task Nothing_of_the_request_but_the_client_is_in_the_URL()
    {
        using var posted = await Browser.PostAsync("authorize", Client.Parameters(("login_hint", "alice@example.test")));

        var location = posted.Headers.Location!.OriginalString; // 303 has one.
        Assert.DoesNotContain("alice", location, StringComparison.Ordinal);
        Assert.DoesNotContain("state-of-the-application", location, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("scope", "openid no-such-scope", "invalid_scope")]
    [InlineData("code_challenge", null, "invalid_request")]
    public async Task A_posted_request_is_checked_like_every_other(string name, string? value, string error)
    {
        using var response = await Browser.PostAsync("authorize", Client.Parameters((name, value)));

        Assert.Equal(error, TestClient.Answer(response)["error"]);
    }

    [Fact]
    public async Task A_posted_request_of_an_unknown_client_gets_a_page()
    {
        using var response = await Browser.PostAsync("authorize", Client.Parameters(("client_id", "nobody")));

        Assert.Equal((HttpStatusCode.BadRequest, "text/html"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task A_parameter_in_the_query_and_in_the_form_is_there_twice()
    {
        using var response = await Browser.PostAsync("authorize?scope=openid", Client.Parameters());

        Assert.Equal("invalid_request", TestClient.Answer(response)["error"]);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Other_methods_are_refused(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), Client.AuthorizeUrl());

        using var response = await Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Null(response.Headers.Location);
    }

    public sealed class OnSqlite() : PostedRequestTests(StorageProvider.Sqlite);

    public sealed class OnPostgres() : PostedRequestTests(StorageProvider.Postgres);
}
