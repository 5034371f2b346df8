using System.Text;
using Identity.Testing;

namespace Identity.Tests.Protocol.RequestLimits;

[Spec("RFC 6749", "3.1")]
public sealed class MalformedParameterTests(SharedScene scene) : IClassFixture<SharedScene>
{
    [Theory]
    [InlineData("scope", "openid")]
    [InlineData("code_challenge", "x")]
    [InlineData("response_type", "code")]
    [InlineData("no-parameter-of-ours", "x")]
    public async Task A_parameter_that_is_there_twice_is_told_to_the_application(string name, string value)
    {
        var url = scene.Client.AuthorizeUrl((name, value)) + $"&{name}={value}";

        var answer = await RefusedAsync(url);

        Assert.Equal("state-of-the-application", answer["state"]);
        Assert.Contains(name, answer["error_description"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_state_that_is_there_twice_is_not_sent_back()
    {
        Assert.False((await RefusedAsync(scene.Client.AuthorizeUrl() + "&state=another")).ContainsKey("state"));
    }

    [Theory]
    [InlineData("nonce", 4097)]
    [InlineData("scope", 4097)]
    [InlineData("login_hint", 100_000)]
    [InlineData("id_token_hint", 16_385)]
    public Task A_parameter_that_is_too_long_is_refused(string name, int length) => RefusedAsync(scene.Client.AuthorizeUrl((name, new string('x', length))));

    [Fact]
    public async Task A_state_that_is_too_long_is_not_sent_back()
    {
        Assert.False((await RefusedAsync(scene.Client.AuthorizeUrl(("state", new string('x', 4097))))).ContainsKey("state"));
    }

    [Fact]
    public async Task A_state_as_long_as_may_be_is_sent_back_whole()
    {
        var state = new string('x', 4096);

        Assert.Equal(state, (await scene.AuthorizeAsync(("state", state)))["state"]);
    }

    [Theory]
    [InlineData("nonce", "a%00b")]
    [InlineData("nonce", "a%0Ab")]
    [InlineData("nonce", "a%7Fb")]
    [InlineData("nonce", "a%C2%85b")]
    [InlineData("nonce", "a%EF%BF%BDb")]
    [InlineData("nonce", "%FF%FE")]
    [InlineData("nonce", "%C0%AF")]
    [InlineData("nonce", "%ED%A0%80")]
    [InlineData("login_hint", "%0D%0ASet-Cookie:x=y")]
    public Task Control_characters_and_what_is_not_UTF_8_are_refused(string name, string value) =>
        RefusedAsync(scene.Client.AuthorizeUrl((name, null)) + $"&{name}={value}");

    [Fact]
    public Task More_than_64_parameters_are_refused() =>
        RefusedAsync(scene.Client.AuthorizeUrl() + string.Concat(Enumerable.Range(0, 57).Select(i => $"&p{i}=1")));

    [Fact]
    [Spec("RFC 6749", "3.1")]
    public async Task Parameters_that_nobody_knows_are_ignored()
    {
        var answer = await scene.AuthorizeAsync([.. Enumerable.Range(0, 56).Select(i => ($"p{i}", (string?)"1"))]);

        Assert.NotEmpty(answer["code"]);
    }

    [Fact]
    [Spec("RFC 6749", "3.1")]
    public async Task An_empty_parameter_is_treated_as_one_that_was_left_out()
    {
        Assert.NotEmpty((await scene.AuthorizeAsync(("prompt", ""), ("max_age", ""), ("response_mode", ""), ("request", ""), ("resource", ""), ("id_token_hint", "")))["code"]);
    }

    [Theory]
    [InlineData("token")]
    [InlineData("par")]
    [InlineData("introspect")]
    [InlineData("revoke")]
    [InlineData("userinfo")]
    [Spec("RFC 6749", "3.2")]
    public async Task Every_endpoint_refuses_what_is_there_twice_or_binary_or_too_long(string endpoint)
    {
        foreach (var body in new[] { "token=x&token=x", "token=a%00b", "token=" + new string('x', 16_385), "token=\u00FF\u00FE", string.Concat(Enumerable.Range(0, 65).Select(i => $"p{i}=1&")) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = new ByteArrayContent(Encoding.Latin1.GetBytes(body)) { Headers = { ContentType = new("application/x-www-form-urlencoded") } } };
            request.Headers.Authorization = TestClient.Basic("appointments", TestClient.Secret);
            using var response = await scene.Http.SendAsync(request);
            var answer = await TokenAnswer.ReadAsync(response);

            if (endpoint is "userinfo")
                Assert.Contains("error=\"invalid_request\"", answer.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
            else
                Assert.Equal((400, "invalid_request"), (answer.Status, answer.Error));
        }
    }

    [Fact]
    public async Task A_form_that_is_far_too_large_is_refused()
    {
        var fields = Enumerable.Range(0, 2000).Select(i => KeyValuePair.Create($"p{i}", "1"));

        var answer = await TestClient.SendAsync(scene.Http, "token", fields);

        Assert.Equal((400, "invalid_request"), (answer.Status, answer.Error));
    }

    private async Task<Dictionary<string, string>> RefusedAsync(string url)
    {
        var before = await scene.RowsAsync();

        using var response = await scene.Browser.GetAsync(url);

        var answer = TestClient.Answer(response);
        Assert.Equal("invalid_request", answer["error"]);
        Assert.Equal(TestProvider.Issuer.AbsoluteUri, answer["iss"]);
        Assert.Equal(before, await scene.RowsAsync());
        return answer;
    }
}
