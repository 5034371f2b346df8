using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Identity.Domain.Notifications;
using Identity.Domain.Notifications.Gateway;
using Identity.Testing;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Identity.Tests.Domain.Notifications.Gateway;

public sealed class GatewaySenderTests : IAsyncLifetime
{
    private const string Number = "+447400123123";

    private readonly FakeTimeProvider _clock = TestClock.Start();
    private readonly RenderedMessage _words = new("", "042917 is your code.") { Reference = new Guid("01890a5d-ac96-774b-bcce-b302099a8057"), Locale = "cy" };
    private readonly TextOptions _options = new() { Key = "key-of-the-gateway", SenderName = "Identity", Timeout = TimeSpan.FromSeconds(5) };
    private FakeGateway _gateway = null!; // Started before each test.

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _gateway = await FakeGateway.StartAsync();
        _options.Address = _gateway.Address;
    }

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task A_text_goes_as_json_with_the_number_the_words_and_the_reference()
    {
        await Sender().SendAsync(Number, _words, Cancellation);

        var request = Assert.Single(_gateway.Requests);
        Assert.Equal(("/v2/notifications/sms", "Bearer key-of-the-gateway"), (request.Path, request.Authorization));
        Assert.Equal(
            """{"phone_number":"\u002B447400123123","message":"042917 is your code.","language":"cy","reference":"01890a5d-ac96-774b-bcce-b302099a8057","sender":"Identity"}""",
            request.Body);
    }

    [Fact]
    public async Task A_call_goes_beside_it_and_has_no_name_to_show()
    {
        await Sender(MessageChannel.Voice).SendAsync(Number, _words, Cancellation);

        var request = Assert.Single(_gateway.Requests);
        Assert.Equal("/v2/notifications/voice", request.Path);
        Assert.DoesNotContain("sender", request.Body, StringComparison.Ordinal);
    }

    [Fact]
    [Spec("RFC 7515", "5.1")]
    public async Task With_a_service_id_each_request_carries_a_jwt_of_this_moment()
    {
        _options.ServiceId = "our-service";

        await Sender().SendAsync(Number, _words, Cancellation);

        var parts = Assert.Single(_gateway.Requests).Authorization["Bearer ".Length..].Split('.');
        var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1])).RootElement;
        Assert.Equal(("our-service", _clock.GetUtcNow().ToUnixTimeSeconds()), (claims.GetProperty("iss").GetString(), claims.GetProperty("iat").GetInt64()));
        Assert.Equal(HMACSHA256.HashData(Encoding.UTF8.GetBytes(_options.Key), Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}")), Base64Url.DecodeFromChars(parts[2]));
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest)]
    [InlineData(HttpStatusCode.UnprocessableEntity)]
    public async Task A_number_the_gateway_does_not_know_is_refused_for_good_and_the_gateway_stays_up(HttpStatusCode status)
    {
        _gateway.Status = status;
        var sender = Sender();

        await Assert.ThrowsAsync<MessageRefusedException>(() => sender.SendAsync(Number, _words, Cancellation));

        Assert.True(sender.IsUp);
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.Forbidden)]
    public async Task A_gateway_that_is_down_is_left_alone_for_a_while(HttpStatusCode status)
    {
        _gateway.Status = status;
        var sender = Sender();

        await Assert.ThrowsAsync<HttpRequestException>(() => sender.SendAsync(Number, _words, Cancellation));
        Assert.False(sender.IsUp);
        await Assert.ThrowsAsync<HttpRequestException>(() => sender.SendAsync(Number, _words, Cancellation));
        Assert.Single(_gateway.Requests);

        _clock.Advance(_options.Rest);
        _gateway.Status = HttpStatusCode.Created;
        await sender.SendAsync(Number, _words, Cancellation);
        Assert.True(sender.IsUp);
    }

    [Theory]
    [InlineData("text/html", "<html>Welcome</html>")]
    [InlineData("application/json", "<html>Welcome</html>")]
    [InlineData("application/json", "[]")]
    [InlineData("application/json", "{\"id\":7}")]
    [InlineData("application/json", "")]
    public async Task An_answer_that_is_none_is_a_failure(string contentType, string answer)
    {
        (_gateway.ContentType, _gateway.Answer) = (contentType, answer);

        await Assert.ThrowsAsync<HttpRequestException>(() => Sender().SendAsync(Number, _words, Cancellation));
    }

    [Fact]
    public async Task An_answer_without_end_is_a_failure()
    {
        _gateway.Answer = $$"""{"id":"{{new string('x', 1_000_000)}}"}""";

        await Assert.ThrowsAsync<HttpRequestException>(() => Sender().SendAsync(Number, _words, Cancellation));
    }

    [Fact]
    public async Task A_redirect_is_not_followed_with_the_key()
    {
        (_gateway.Status, _gateway.Location) = (HttpStatusCode.TemporaryRedirect, "/elsewhere");

        await Assert.ThrowsAsync<HttpRequestException>(() => Sender().SendAsync(Number, _words, Cancellation));

        Assert.Single(_gateway.Requests);
    }

    [Fact]
    public async Task A_gateway_that_hangs_is_given_up()
    {
        (_gateway.Hangs, _options.Timeout) = (true, TimeSpan.FromMilliseconds(200));
        var sender = Sender();

        await Assert.ThrowsAsync<HttpRequestException>(() => sender.SendAsync(Number, _words, Cancellation));

        Assert.False(sender.IsUp);
    }

    [Fact]
    public async Task A_gateway_that_is_not_there_is_a_failure()
    {
        await _gateway.DisposeAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => Sender().SendAsync(Number, _words, Cancellation));
    }

    private GatewaySender Sender(MessageChannel channel = MessageChannel.Text) =>
        new(channel, new GatewayClient(Options.Create(_options), _clock), Options.Create(_options), _clock);
}
