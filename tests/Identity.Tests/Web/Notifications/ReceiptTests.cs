using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Identity.Domain.Storage;
using Identity.Testing;

namespace Identity.Tests.Web.Notifications;

[Spec("RFC 6750", "2.1")]
public sealed class ReceiptTests : IAsyncLifetime
{
    private const string Secret = "a-secret-of-the-gateway-and-of-us-alone";
    private const string Gone = """{"id":"7","reference":"r","to":"alice@example.test","status":"permanent-failure","notification_type":"email"}""";

    private static readonly Statement Marked = new("test.marked", "SELECT COUNT(*) FROM accounts WHERE email_unreachable_at IS NOT NULL");

    private TestProvider _provider = null!; // Started before each test.

    public async ValueTask InitializeAsync()
    {
        _provider = await TestProvider.StartAsync(settings: [("Texts:ReceiptSecret", Secret)]);
        await _provider.CreateAccountAsync();
    }

    public ValueTask DisposeAsync() => _provider.DisposeAsync();

    [Fact]
    public async Task A_bounce_is_heeded()
    {
        Assert.Equal(HttpStatusCode.NoContent, await PostAsync(Gone));
        Assert.Equal(1, await MarkedAsync());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Basic a-secret-of-the-gateway-and-of-us-alone")]
    [InlineData("Bearer a-secret-of-the-gateway-and-of-us-alonf")]
    [InlineData("Bearer")]
    public async Task Whoever_does_not_know_the_secret_marks_nobody(string? authorization)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(Gone, authorization));
        Assert.Equal(0, await MarkedAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("nonsense")]
    [InlineData("""{"to":"alice@example.test","status":"lost","notification_type":"email"}""")]
    [InlineData("""{"to":"alice@example.test","status":"permanent-failure","notification_type":"pigeon"}""")]
    [InlineData("""{"to":"","status":"permanent-failure","notification_type":"email"}""")]
    public async Task What_is_no_receipt_is_refused(string body)
    {
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(body));
        Assert.Equal(0, await MarkedAsync());
    }

    [Fact]
    public async Task A_body_without_end_is_refused() =>
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(Gone + new string(' ', 100_000)));

    [Fact]
    public async Task Without_a_secret_there_is_no_such_address()
    {
        await using var provider = await TestProvider.StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, await PostAsync(Gone, "Bearer ", provider));
    }

    private Task<long> MarkedAsync() => _provider.Get<IDatabase>().ReadAsync(read => read.FirstAsync(Marked, row => row.GetInt64(0)), TestContext.Current.CancellationToken);

    private async Task<HttpStatusCode> PostAsync(string body, string? authorization = $"Bearer {Secret}", TestProvider? provider = null)
    {
        using var client = (provider ?? _provider).Backchannel();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/notifications/receipts") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (authorization is not null)
            request.Headers.Authorization = AuthenticationHeaderValue.Parse(authorization);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
