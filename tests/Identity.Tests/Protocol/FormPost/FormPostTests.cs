using System.Net;
using Identity.Protocol.FormPost;
using Identity.Testing;
using Microsoft.AspNetCore.Http;

namespace Identity.Tests.Protocol.FormPost;

[Spec("OAuth 2.0 Form Post Response Mode", "2")]
public sealed class FormPostTests(SharedScene scene) : IClassFixture<SharedScene>
{
    [Fact]
    public async Task The_answer_goes_back_by_a_form()
    {
        var answer = await AnswerAsync();

        Assert.Equal(TestClient.RedirectUri, answer.Action.OriginalString);
        Assert.Equal(["code", "iss", "state"], answer.Fields.Select(field => field.Key).Order(StringComparer.Ordinal));
        Assert.Equal("state-of-the-application", answer.Fields.Single(field => field.Key == "state").Value);
    }

    [Fact]
    public async Task The_form_is_there_without_script_and_the_page_may_post_nowhere_else()
    {
        using var response = await scene.Browser.GetAsync(scene.Client.AuthorizeUrl(("response_mode", "form_post"), ("state", "\"><script>alert(1)</script>")));

        var html = await response.Content.ReadAsStringAsync();
        Assert.Equal((HttpStatusCode.OK, "text/html"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Contains($"action=\"{TestClient.RedirectUri}#\"", html, StringComparison.Ordinal);
        Assert.Contains("name=\"code\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
        // The answer is on this page alone, so none leads to it in another language.
        Assert.DoesNotContain("hreflang", html, StringComparison.Ordinal);
        Assert.Contains("form-action 'self' https://appointments.example", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("no-store", response.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("scope", "openid no-such-scope", "invalid_scope")]
    [InlineData("code_challenge_method", "plain", "invalid_request")]
    [InlineData("nonce", "\n", "invalid_request")]
    public async Task An_error_goes_back_by_a_form_too(string name, string value, string error)
    {
        var answer = await AnswerAsync((name, value));

        Assert.Equal(["error", "error_description", "iss", "state"], answer.Fields.Select(field => field.Key).Order(StringComparer.Ordinal));
        Assert.Equal(error, answer.Fields.Single(field => field.Key == "error").Value);
    }

    [Fact]
    public async Task Nothing_is_posted_to_a_redirect_URI_that_is_not_registered()
    {
        var context = await SendAsync(("redirect_uri", "https://attacker.example/callback"));

        Assert.Null(context.Features.Get<FormPostResponse>());
        Assert.Equal(StatusCodes.Status400BadRequest, context.Response.StatusCode);
    }

    private async Task<FormPostResponse> AnswerAsync(params (string, string?)[] changes)
    {
        var context = await SendAsync(changes);
        Assert.False(context.Response.Headers.ContainsKey("Location"));
        return context.Features.Get<FormPostResponse>() ?? throw new InvalidOperationException("The answer was not given by a form.");
    }

    private Task<HttpContext> SendAsync(params (string, string?)[] changes) => scene.Provider.SendAsync(context =>
    {
        context.Request.Method = HttpMethods.Get;
        context.Request.Path = "/authorize";
        context.Request.QueryString = QueryString.Create(scene.Client.Parameters([("response_mode", "form_post"), .. changes]).Select(field => KeyValuePair.Create(field.Key, (string?)field.Value)));
        context.Request.Headers.Accept = "text/html";
        context.Request.Headers.Cookie = scene.Browser.Cookies.GetCookieHeader(TestProvider.Issuer);
    });
}
