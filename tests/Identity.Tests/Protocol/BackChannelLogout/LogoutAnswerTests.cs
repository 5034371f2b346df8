using System.Text;
using Identity.Domain.BackChannelLogout;
using Identity.Testing;
using Microsoft.AspNetCore.Http;

namespace Identity.Tests.Protocol.BackChannelLogout;

/// <summary>What a client may answer, and what comes of it.</summary>
[Spec("OpenID Connect Back-Channel Logout 1.0", "2.8")]
public sealed class LogoutAnswerTests : LogoutScene
{
    /// <summary>Who would read on for ever is stopped then, and the test fails.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Theory]
    [InlineData(200)]
    [InlineData(204)]
    public async Task Success_is_success(int status)
    {
        await using var told = await AnsweredAsync(Status(status));

        var receipt = await ReceiptAsync();
        Assert.Equal((LogoutEnding.Told, status, null), (receipt.Ending, receipt.Status, receipt.Error));
    }

    [Theory]
    [InlineData("""{"error":"invalid_request","error_description":"Alice Archer is not here"}""", "invalid_request")]
    [InlineData("""{"error":"who is Alice Archer?"}""", null)]
    [InlineData("""{"error":{"code":1}}""", null)]
    [InlineData("""[]""", null)]
    [InlineData("not JSON", null)]
    [InlineData("", null)]
    public async Task A_refusal_is_final_and_its_code_is_kept(string body, string? error)
    {
        await using var told = await AnsweredAsync(context =>
        {
            context.Response.StatusCode = 400;
            return context.Response.WriteAsync(body);
        });

        var receipt = await ReceiptAsync();
        Assert.Equal((LogoutEnding.Refused, 400, error), (receipt.Ending, receipt.Status, receipt.Error));
        Provider.Clock.Advance(TimeSpan.FromHours(2));
        await SendAsync();
        Assert.Equal(1, told.Count);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task Everything_else_is_tried_again_with_a_token_of_its_own(int status)
    {
        await using var told = await AnsweredAsync(Status(status));
        var first = (await told.NextAsync()).Token;
        var receipt = await ReceiptAsync();
        Assert.Equal((null, status, "status", 1), (receipt.Ending, receipt.Status, receipt.Error, receipt.Attempts));

        told.Answer = Status(200);
        Provider.Clock.Advance(TimeSpan.FromSeconds(10));
        await SendAsync();

        // RFC 7519 §4.1.7: another token, another jti; a client that has seen the first would refuse it as replayed.
        Assert.NotEqual(Jti(first), Jti((await told.NextAsync()).Token));
        Assert.Equal(LogoutEnding.Told, (await ReceiptAsync()).Ending);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_not_followed(int status)
    {
        await using var elsewhere = await ToldClient.StartAsync();
        await using var told = await AnsweredAsync(context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = elsewhere.Uri;
            return Task.CompletedTask;
        });

        Assert.Equal((null, status, "redirect"), await LastAsync());
        Assert.Equal(0, elsewhere.Count);
    }

    [Fact]
    public async Task Who_hangs_is_waited_for_no_longer_than_is_set()
    {
        var hung = new TaskCompletionSource();
        var (told, _) = await SignedInAsync(answer: _ => hung.Task);
        await using var _2 = told;
        await SignOutAsync();
        var sending = SendAsync();
        await told.NextAsync();
        Assert.False(sending.IsCompleted);

        Provider.Clock.Advance(TimeSpan.FromSeconds(5));
        await sending;

        Assert.Equal((null, null, "timeout"), await LastAsync());
        hung.SetResult();
    }

    [Theory]
    [InlineData(200)]
    [InlineData(400)]
    [InlineData(500)]
    public async Task Of_an_answer_without_end_a_few_kilobytes_are_read(int status)
    {
        var gone = new TaskCompletionSource();
        await using var told = await AnsweredAsync(async context =>
        {
            context.Response.StatusCode = status;
            var block = Encoding.ASCII.GetBytes(new string(' ', 64 * 1024));
            try
            {
                while (!context.RequestAborted.IsCancellationRequested)
                    await context.Response.Body.WriteAsync(block, context.RequestAborted);
            }
            catch (OperationCanceledException)
            {
                // The other side has closed.
            }

            gone.SetResult();
        }).WaitAsync(Patience, TestContext.Current.CancellationToken);

        var (ending, answered, _) = await LastAsync();
        Assert.Equal((status switch { 200 => LogoutEnding.Told, 400 => LogoutEnding.Refused, _ => (LogoutEnding?)null }, status), (ending, answered));
        await gone.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Who_answers_500_for_a_day_is_asked_a_few_dozen_times_and_then_given_up()
    {
        await using var told = await AnsweredAsync(Status(500));

        for (var hours = 0.0; hours < 25; hours += 0.25)
        {
            Provider.Clock.Advance(TimeSpan.FromMinutes(15));
            await SendAsync();
        }

        Assert.Equal((LogoutEnding.GivenUp, 500, "status"), await LastAsync());
        Assert.InRange(told.Count, 20, 40);
    }

    [Fact]
    public async Task Nobody_at_the_address_is_tried_again()
    {
        var (told, _) = await SignedInAsync();
        await told.DisposeAsync();
        await SignOutAsync();
        await SendAsync();

        Assert.Equal((null, null, "connection"), await LastAsync());
    }

    [Fact]
    public async Task A_client_whose_address_was_taken_away_waits_and_is_given_up()
    {
        var (told, _) = await SignedInAsync();
        await using var _2 = told;
        await SignOutAsync();
        await RegisterAsync(TestClient.Appointments with { ClientId = "told" }, consented: false);
        await SendAsync();
        Assert.Equal((null, null, "unregistered"), await LastAsync());

        Provider.Clock.Advance(TimeSpan.FromDays(1));
        await SendAsync();

        Assert.Equal((LogoutEnding.GivenUp, null, "unregistered"), await LastAsync());
        Assert.Equal(0, told.Count);
    }

    private async Task<ToldClient> AnsweredAsync(Func<HttpContext, Task> answer)
    {
        var (told, _) = await SignedInAsync(answer: answer);
        await SignOutAsync();
        await SendAsync();
        return told;
    }

    private async Task<(LogoutEnding?, int?, string?)> LastAsync() => await ReceiptAsync() is var receipt ? (receipt.Ending, receipt.Status, receipt.Error) : default;

    private static Func<HttpContext, Task> Status(int status) => context =>
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    };

    private static string Jti(string token) => new Microsoft.IdentityModel.JsonWebTokens.JsonWebToken(token).Id;
}
