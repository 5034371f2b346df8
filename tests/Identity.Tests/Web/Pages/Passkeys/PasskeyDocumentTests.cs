using System.Net;
using Identity.Domain.Storage;
using Identity.Testing;

namespace Identity.Tests.Web.Pages.Passkeys;

public sealed class PasskeyDocumentTests
{
    [Fact]
    [Spec("W3C Passkey Endpoints", "3")]
    public async Task A_passkey_manager_finds_where_to_add_and_to_look_after_them()
    {
        await using var provider = await TestProvider.StartAsync();
        using var http = provider.Backchannel();

        var document = await http.GetStringAsync(".well-known/passkey-endpoints", TestContext.Current.CancellationToken);

        Assert.Equal("""{"enroll":"http://localhost:5000/account/passkeys/add","manage":"http://localhost:5000/account/sign-in"}""", document);
    }

    [Fact]
    [Spec("Web Authentication Level 3", "5.11")]
    public async Task Other_origins_are_named_where_there_are_any_and_nowhere_else()
    {
        await using var alone = await TestProvider.StartAsync();
        using var none = await alone.Backchannel().GetAsync(".well-known/webauthn", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);

        await using var related = await TestProvider.StartAsync(StorageProvider.Sqlite, ("Passkeys:Origins:0", "https://record.example"));
        var document = await related.Backchannel().GetStringAsync(".well-known/webauthn", TestContext.Current.CancellationToken);
        Assert.Equal("""{"origins":["https://record.example","http://localhost:5000"]}""", document);
    }
}
