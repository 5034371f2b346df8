using Identity.Domain.Sessions;
using Identity.Domain.Storage;
using Identity.Testing;

namespace Identity.Tests.Domain.Sessions;

public sealed class SessionKeyTests
{
    [Theory]
    [InlineData("")]
    [InlineData("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAA AAAAAAAAAAAAAAAAAA")]
    [InlineData("ŵŵŵŵŵŵŵŵŵŵŵŵŵŵŵŵŵŵŵŵŵŵŵŵŵŵŵŵŵŵŵŵŵŵŵŵŵŵŵŵŵŵŵ")]
    public async Task What_is_no_key_opens_nothing_and_breaks_nothing(string key)
    {
        await using var domain = await TestDomain.StartAsync(StorageProvider.Sqlite);

        Assert.Null(await domain.Get<SessionStore>().FindAsync(key, TestContext.Current.CancellationToken));
    }
}
