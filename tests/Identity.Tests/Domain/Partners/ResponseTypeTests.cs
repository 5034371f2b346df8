using Identity.Domain.Partners;
using Identity.Testing;

namespace Identity.Tests.Domain.Partners;

/// <summary>What a client may register for where answers with tokens in the browser are offered.</summary>
[Spec("OpenID Connect Registration", "2")]
[Spec("RFC 7591", "2.1")]
public sealed class ResponseTypeTests
{
    [Theory]
    [InlineData("code", "authorization_code")]
    [InlineData("id_token", "implicit")]
    [InlineData("id_token token", "implicit")]
    [InlineData("code id_token", "authorization_code implicit")]
    [InlineData("code token", "authorization_code implicit")]
    [InlineData("code id_token token", "authorization_code implicit")]
    public void Is_registered_with_the_grants_that_it_needs(string type, string grants) => Assert.Empty(Faults(type, grants));

    [Theory]
    [InlineData("id_token", "authorization_code", "code")]
    [InlineData("code id_token", "authorization_code", "implicit")]
    [InlineData("code id_token", "implicit", "authorization_code")]
    [InlineData("code", "authorization_code implicit", "implicit")]
    [InlineData("token", "implicit", "'token'")]
    [InlineData("none", "authorization_code implicit", "'none'")]
    public void Is_refused_where_they_do_not_go_together(string type, string grants, string word) =>
        Assert.Contains(Faults(type, grants), fault => fault.Contains(word, StringComparison.Ordinal));

    [Theory]
    [InlineData("http://127.0.0.1:5101/callback")]
    [InlineData("https://localhost/callback")]
    [InlineData("http://localhost/callback")]
    public void A_web_application_has_https_and_a_host_of_its_own(string uri)
    {
        var client = Of("id_token", "implicit") with { RedirectUris = [uri] };

        Assert.Contains(uri, Assert.Single(ClientValidator.Faults(client, implicitFlows: true)), StringComparison.Ordinal);
        Assert.Empty(ClientValidator.Faults(client with { ApplicationType = "native" }, implicitFlows: true));
    }

    [Fact]
    public void An_answer_needs_somewhere_to_go() =>
        Assert.Contains(ClientValidator.Faults(Of("id_token", "implicit") with { RedirectUris = [] }, implicitFlows: true), fault => fault.StartsWith("redirect_uris: ", StringComparison.Ordinal));

    [Theory]
    [InlineData("id_token", "implicit")]
    [InlineData("code id_token", "authorization_code implicit")]
    public void Is_refused_where_it_is_not_offered(string type, string grants)
    {
        var faults = ClientValidator.Faults(Of(type, grants));

        Assert.Contains($"response_types: '{type}' is not supported. Write code.", faults);
        Assert.Contains(faults, fault => fault.StartsWith("grant_types: 'implicit' is not supported.", StringComparison.Ordinal));
    }

    private static IReadOnlyList<string> Faults(string type, string grants) => ClientValidator.Faults(Of(type, grants), implicitFlows: true);

    private static Client Of(string type, string grants) => TestClient.Appointments with { ResponseTypes = [type], GrantTypes = grants.Split(' ') };
}
