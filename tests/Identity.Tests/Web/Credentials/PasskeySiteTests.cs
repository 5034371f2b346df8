using Identity.Domain.Credentials.Passkeys;
using Identity.Domain.Storage;
using Identity.Testing;

namespace Identity.Tests.Web.Credentials;

public sealed class PasskeySiteTests
{
    [Fact]
    public async Task The_issuer_alone_says_whom_passkeys_are_for()
    {
        await using var provider = await TestProvider.StartAsync(StorageProvider.Sqlite);
        var party = provider.Get<RelyingParty>();

        Assert.True(party.IsAvailable);
        Assert.Equal(("localhost", "Identity"), (party.Id, party.Name));
        Assert.Equal(["http://localhost:5000"], party.Origins);
    }
}
