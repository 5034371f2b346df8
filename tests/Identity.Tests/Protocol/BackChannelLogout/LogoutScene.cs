using Identity.Domain.BackChannelLogout;
using Identity.Domain.Partners;
using Identity.Domain.Sessions;
using Identity.Domain.Storage;
using Identity.Protocol.BackChannelLogout;
using Identity.Protocol.Interaction;
using Identity.Testing;
using Identity.Tests.Protocol.Outgoing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Identity.Tests.Protocol.BackChannelLogout;

/// <summary>Alice has signed in to an application whose server is on loopback.</summary>
public abstract class LogoutScene(StorageProvider storage = StorageProvider.Sqlite) : ProtocolTest(storage)
{

    protected override (string, string)[] Settings => PartnerSite.Reachable;

    /// <summary>By itself nothing is sent: a test says when.</summary>
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Worker.StopAsync(TestContext.Current.CancellationToken);
    }

    private protected LogoutWorker Worker => Provider.Services.GetServices<IHostedService>().OfType<LogoutWorker>().Single();

    private protected LogoutSender Sender => Provider.Get<LogoutSender>();

    private protected async Task<(ToldClient Told, TokenAnswer Tokens)> SignedInAsync(string clientId = "told", Func<HttpContext, Task>? answer = null, Func<Client, Client>? change = null)
    {
        var told = await ToldClient.StartAsync(answer);
        return (told, await SignedInAsync(told, clientId, change));
    }

    private protected async Task<TokenAnswer> SignedInAsync(ToldClient told, string clientId, Func<Client, Client>? change = null)
    {
        var registration = TestClient.Appointments with { ClientId = clientId, BackchannelLogoutUri = told.Uri };
        return await TokensAsync(await RegisterAsync(change is null ? registration : change(registration)));
    }

    protected Task SignOutAsync() => Provider.VisitAsync(Browser, context => Provider.Get<BrowserSession>().SignOutAsync(context));

    /// <summary>Lets everybody who is due have a turn, and waits until all of it is done.</summary>
    protected async Task SendAsync()
    {
        while (await Sender.BeginAsync(TestContext.Current.CancellationToken) || Sender.Turns.Any())
            await Task.WhenAll(Sender.Turns);
    }

    protected Task<IReadOnlyList<LogoutReceipt>> ReceiptsAsync() => Provider.Get<LogoutDeliveries>().ReceiptsAsync(Alice, TestContext.Current.CancellationToken);

    protected async Task<LogoutReceipt> ReceiptAsync(string clientId = "told") => Assert.Single(await ReceiptsAsync(), receipt => receipt.ClientId == clientId);
}
