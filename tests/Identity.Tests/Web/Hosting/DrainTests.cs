using System.Net;
using Identity.Domain.Storage;
using Identity.Testing;
using Microsoft.Extensions.Hosting;

namespace Identity.Tests.Web.Hosting;

public sealed class DrainTests
{
    [Fact]
    public async Task A_node_that_stops_answers_on_until_the_balancer_has_turned_elsewhere()
    {
        await using var provider = await TestProvider.StartAsync(StorageProvider.Sqlite, ("Hosting:Drain", "00:00:10"));
        using var http = provider.Backchannel();

        var stopping = provider.Get<IHost>().StopAsync(TestContext.Current.CancellationToken);
        using var ready = await http.GetAsync("health/ready");
        using var page = await http.GetAsync("welcome");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.False(stopping.IsCompleted);
        provider.Clock.Advance(TimeSpan.FromSeconds(10));
        await stopping;
    }
}
