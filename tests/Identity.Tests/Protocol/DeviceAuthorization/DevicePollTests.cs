using System.Text.Json;
using Identity.Domain.Audit;
using Identity.Domain.Consent;
using Identity.Domain.Storage;
using Identity.Testing;

namespace Identity.Tests.Protocol.DeviceAuthorization;

[Spec("RFC 8628", "3.4")]
public abstract class DevicePollTests(StorageProvider storage) : DeviceTest(storage)
{
    [Fact]
    [Spec("RFC 8628", "3.5")]
    public async Task Until_somebody_answers_the_device_waits()
    {
        var asked = await AskAsync();

        Assert.Equal((400, "authorization_pending"), Refusal(await PollAsync(asked)));
        Wait(5);
        Assert.Equal((400, "authorization_pending"), Refusal(await PollAsync(asked)));
    }

    [Fact]
    [Spec("RFC 8628", "3.5")]
    public async Task A_device_that_asks_too_soon_waits_five_seconds_more_from_then_on()
    {
        var asked = await AskAsync();
        await PollAsync(asked);

        Wait(4);
        Assert.Equal((400, "slow_down"), Refusal(await PollAsync(asked)));
        Wait(9);
        Assert.Equal((400, "slow_down"), Refusal(await PollAsync(asked)));
        Wait(15);
        Assert.Equal((400, "authorization_pending"), Refusal(await PollAsync(asked)));
        Wait(14);
        Assert.Equal((400, "slow_down"), Refusal(await PollAsync(asked)));
    }

    [Fact]
    [Spec("RFC 8628", "3.5")]
    public async Task A_yes_gives_tokens_as_a_code_would()
    {
        var asked = await AskAsync();
        await AnswerAsync(asked);

        var tokens = await PollAsync(asked);

        Assert.Equal(200, tokens.Status);
        var (id, access) = (tokens.Payload("id_token"), tokens.Payload("access_token"));
        Assert.Equal("watch", id.GetProperty("aud").GetString());
        Assert.Equal("openid profile offline_access", access.GetProperty("scope").GetString());
        Assert.Equal(id.GetProperty("sub").GetString(), access.GetProperty("sub").GetString());
        Assert.Equal("aal1", id.GetProperty("acr").GetString());
        using var response = await UserInfoAsync(tokens["access_token"]!); // It is there.
        Assert.Equal("Alice Archer", JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("name").GetString());
    }

    [Fact]
    [Spec("RFC 8628", "3.5")]
    public async Task A_yes_is_told_however_soon_the_device_asks_again()
    {
        var asked = await AskAsync();
        await PollAsync(asked);
        await AnswerAsync(asked);

        Assert.Equal(200, (await PollAsync(asked)).Status);
    }

    [Fact]
    public async Task A_yes_is_used_once_and_whoever_tries_again_ends_it()
    {
        var asked = await AskAsync();
        await AnswerAsync(asked);
        var tokens = await PollAsync(asked);
        Wait(5);

        Assert.Equal((400, "invalid_grant"), Refusal(await PollAsync(asked)));
        Assert.Equal((400, "invalid_grant"), Refusal(await Watch.RefreshAsync(Http, tokens["refresh_token"]!))); // It was asked for.
    }

    [Fact]
    public async Task Of_two_at_once_one_gets_tokens()
    {
        var asked = await AskAsync();
        await AnswerAsync(asked);

        var answers = await Task.WhenAll(PollAsync(asked), PollAsync(asked));

        Assert.Equal([200, 400], answers.Select(answer => answer.Status).Order());
    }

    [Fact]
    [Spec("RFC 8628", "3.5")]
    public async Task A_no_is_told()
    {
        var asked = await AskAsync();
        await AnswerAsync(asked, "no");

        Assert.Equal((400, "access_denied"), Refusal(await PollAsync(asked)));
        Wait(5);
        Assert.Equal((400, "access_denied"), Refusal(await PollAsync(asked)));
    }

    [Fact]
    [Spec("RFC 8628", "3.5")]
    public async Task What_comes_too_late_is_told_so()
    {
        var (waiting, answered) = (await AskAsync(), await AskAsync());
        await AnswerAsync(answered);
        Wait(901);

        Assert.Equal((400, "expired_token"), Refusal(await PollAsync(waiting)));
        Assert.Equal((400, "expired_token"), Refusal(await PollAsync(answered)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("guess")]
    [InlineData("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")]
    public async Task A_guess_is_refused(string guess)
    {
        await AskAsync();

        Assert.Equal((400, guess.Length == 0 ? "invalid_request" : "invalid_grant"), Refusal(await PollAsync(Watch, guess)));
    }

    [Fact]
    public async Task The_code_that_is_shown_is_of_no_use_to_a_device() =>
        Assert.Equal((400, "invalid_grant"), Refusal(await PollAsync(Watch, (await AskAsync())["user_code"]!))); // The request was valid.

    [Fact]
    public async Task What_is_too_long_is_refused() => Assert.Equal((400, "invalid_request"), Refusal(await PollAsync(Watch, new string('x', 5000))));

    [Fact]
    public async Task The_code_of_another_client_is_refused_and_stays_usable_by_its_own()
    {
        var other = await RegisterAsync(Registration with { ClientId = "other" });
        var asked = await AskAsync();
        await AnswerAsync(asked);

        Assert.Equal((400, "invalid_grant"), Refusal(await PollAsync(other, asked["device_code"]!))); // The request was valid.
        Assert.Equal(200, (await PollAsync(asked)).Status);
    }

    [Fact]
    public async Task A_client_without_the_grant_is_refused()
    {
        var asked = await AskAsync();

        Assert.Equal((400, "unauthorized_client"), Refusal(await PollAsync(Client, asked["device_code"]!))); // As above.
    }

    [Fact]
    public async Task The_refresh_token_turns_as_any_other()
    {
        var asked = await AskAsync();
        await AnswerAsync(asked);
        var tokens = await PollAsync(asked);

        var refreshed = await Watch.RefreshAsync(Http, tokens["refresh_token"]!); // It was asked for.

        Assert.Equal(200, refreshed.Status);
        Wait(60);
        Assert.Equal((400, "invalid_grant"), Refusal(await Watch.RefreshAsync(Http, tokens["refresh_token"]!))); // As above.
        Assert.Equal((400, "invalid_grant"), Refusal(await Watch.RefreshAsync(Http, refreshed["refresh_token"]!))); // As above.
    }

    [Fact]
    public async Task Without_offline_access_there_is_no_refresh_token_and_it_ends_with_the_session()
    {
        var asked = await AskAsync(("scope", "openid profile"));
        await AnswerAsync(asked);
        var tokens = await PollAsync(asked);

        Assert.Null(tokens["refresh_token"]);
        await Browser.GetAsync($"end-session?id_token_hint={tokens["id_token"]}");
        using var response = await UserInfoAsync(tokens["access_token"]!); // It is there.
        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Whoever_stops_sharing_stops_the_device()
    {
        var asked = await AskAsync();
        await AnswerAsync(asked);
        var tokens = await PollAsync(asked);
        Assert.Contains("Pulse Watch", (await Browser.OpenAsync("/")).Words, StringComparison.Ordinal);

        await Browser.SubmitAsync(await Browser.OpenAsync("stop-sharing/watch"));

        Assert.Null(await Provider.Get<ConsentStore>().FindAsync(Alice, "watch", TestContext.Current.CancellationToken));
        Assert.Equal((400, "invalid_grant"), Refusal(await Watch.RefreshAsync(Http, tokens["refresh_token"]!))); // It was asked for.
    }

    [Fact]
    public async Task Each_answer_stands_in_the_citizens_own_record()
    {
        await AnswerAsync(await AskAsync());
        await AnswerAsync(await AskAsync(), "no");

        var events = await Provider.Get<IDatabase>().ReadAsync(read => read.ListAsync(new Statement("test.audit", "SELECT event FROM audit_entries WHERE event LIKE 'device.connect%' OR event = 'grant.issued' ORDER BY event"),
            row => row.GetString(0)), TestContext.Current.CancellationToken);
        Assert.Equal([AuditEvents.DeviceConnected, AuditEvents.DeviceRefused, AuditEvents.Shared], events);
    }

    [Fact]
    public async Task What_each_question_of_a_device_costs()
    {
        using var recorder = new StatementRecorder(Provider);
        var asked = await AskAsync();
        Assert.Equal(["device-codes.insert"], recorder.Take());
        await PollAsync(asked);
        Assert.Equal(["device-codes.find", "device-codes.slow-down", "device-codes.poll"], recorder.Take());
        await AnswerAsync(asked);
        recorder.Take();

        await PollAsync(asked);

        Assert.Equal(["device-codes.find", "device-codes.slow-down", "device-codes.poll", "device-codes.answer", "grants.redeem"], recorder.Take());
    }

    private static (int, string?) Refusal(TokenAnswer answer) => (answer.Status, answer.Error);

    public sealed class OnSqlite() : DevicePollTests(StorageProvider.Sqlite);

    public sealed class OnPostgres() : DevicePollTests(StorageProvider.Postgres);
}
