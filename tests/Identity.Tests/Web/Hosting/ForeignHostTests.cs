using System.Net;
using Identity.Testing;
using Identity.Tests.Protocol;

namespace Identity.Tests.Web.Hosting;

/// <summary>A Host header is written by whoever sends it: nothing is answered, and no link made, for somebody else's.</summary>
[Spec("RFC 9110", "15.5.20")]
public sealed class ForeignHostTests(SharedScene scene) : IClassFixture<SharedScene>
{
    [Theory]
    [InlineData("attacker.example")]
    [InlineData("localhost:5001")]
    [InlineData("localhost")]
    [InlineData("identity.attacker.example:5000")]
    public async Task A_host_of_somebody_else_is_misdirected(string host)
    {
        foreach (var path in new[] { "", ".well-known/openid-configuration", ".well-known/jwks.json", scene.Client.AuthorizeUrl(), "end-session", "userinfo", "token", "sign-in/AAAAAAAAAAAAAAAAAAAAAA" })
        {
            var before = await scene.RowsAsync();
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Host = host;
            request.Headers.Accept.ParseAdd("text/html");
            using var response = await scene.Http.SendAsync(request);

            Assert.Equal(HttpStatusCode.MisdirectedRequest, response.StatusCode);
            Assert.Null(response.Headers.Location);
            Assert.DoesNotContain("attacker", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.Equal(before, await scene.RowsAsync());
        }
    }

    [Theory]
    [InlineData("X-Forwarded-Host")]
    [InlineData("X-Original-Host")]
    [InlineData("Forwarded")]
    public async Task Nobody_but_a_configured_proxy_says_which_host_was_meant(string header)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, ".well-known/openid-configuration");
        request.Headers.TryAddWithoutValidation(header, header == "Forwarded" ? "host=attacker.example" : "attacker.example");

        using var response = await scene.Http.SendAsync(request);

        Assert.DoesNotContain("attacker", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
