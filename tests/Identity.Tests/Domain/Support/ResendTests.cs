using System.Net;
using Identity.Domain.Notifications;
using Identity.Domain.Phones;
using Identity.Domain.Storage;
using Identity.Domain.Support;
using Identity.Domain.Support.Actions;
using Identity.Testing;
using Identity.Tests.Domain.Notifications.Gateway;

namespace Identity.Tests.Domain.Support;

/// <summary>A message that nothing took is named by its kind, and goes again to where its owner is reached still.</summary>
public sealed class ResendTests() : ActingTest(StorageProvider.Sqlite)
{
    private FakeGateway _gateway = null!; // Started before each test.

    protected override IEnumerable<(string Key, string Value)> Settings =>
        [.. base.Settings, ("Texts:Address", _gateway.Address), ("Texts:Key", "key"), ("Texts:ReceiptSecret", new string('s', 32))];

    public override async ValueTask InitializeAsync()
    {
        _gateway = await FakeGateway.StartAsync();
        await base.InitializeAsync();
    }

    protected override ValueTask CleanAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task It_is_named_by_its_kind_and_where_to_and_goes_once_more()
    {
        var failed = await FailedAsync();
        Assert.Equal((SupportMessages.SignedOut, MessageChannel.Text, "•• 123", true), (failed.Template, failed.Channel, failed.Destination, failed.HasFailed));

        _gateway.Status = HttpStatusCode.Created;
        var before = _gateway.Requests.Count;
        Assert.IsType<ActOutcome.Done>(await AskAsync(SupportAction.Resend, failed.Id));

        await UntilAsync(() => Task.FromResult(_gateway.Requests.Count > before));
        Assert.IsType<ActOutcome.Nothing>(await GoneAsync(failed.Id));
    }

    [Fact]
    public async Task It_goes_to_nobody_whose_number_it_was()
    {
        var failed = await FailedAsync();
        await Domain.Database.WriteAsync(write => write.ExecuteAsync(Remove, ("account", Alice)), Cancellation);

        Assert.IsType<ActOutcome.Nothing>(await AskAsync(SupportAction.Resend, failed.Id));
        Assert.Empty(await UnsentAsync());
    }

    [Fact]
    public async Task A_message_of_somebody_else_is_none()
    {
        await FailedAsync();

        Assert.IsType<ActOutcome.Nothing>(await AskAsync(SupportAction.Resend, Look));
        Assert.IsType<ActOutcome.Nothing>(await AskAsync(SupportAction.Resend));
    }

    private static readonly Statement Remove = new("test.remove-phones", "DELETE FROM phones WHERE account_id = @account");

    private async Task<UndeliveredMessage> FailedAsync()
    {
        await CallAsync();
        await new TestCredentials(Domain.Services).AddPhoneAsync(Alice, "+447400123123");
        await UntilAsync(async () => (await UnsentAsync()).Count == 0);
        _gateway.Status = HttpStatusCode.BadRequest;
        Assert.IsType<ActOutcome.Done>(await AskAsync(SupportAction.SignOut));
        await UntilAsync(async () => (await UnsentAsync()) is [{ HasFailed: true }]);
        return Assert.Single(await UnsentAsync());
    }

    private async Task<ActOutcome> GoneAsync(Guid message)
    {
        await UntilAsync(async () => (await UnsentAsync()).Count == 0);
        return await AskAsync(SupportAction.Resend, message);
    }

    private async Task<IReadOnlyList<UndeliveredMessage>> UnsentAsync() =>
        await Domain.Get<UndeliveredMessages>().ListAsync(await Staff.SessionAsync(Agent), Look, Cancellation);

    private static async Task UntilAsync(Func<Task<bool>> done)
    {
        for (var tries = 0; tries < 400; tries++)
        {
            if (await done())
                return;
            await Task.Delay(25, Cancellation);
        }

        throw new InvalidOperationException("It did not come to pass.");
    }
}
