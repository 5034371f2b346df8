using Duende.IdentityModel.Client;
using Identity.Domain.Storage;
using Identity.Testing;

namespace Identity.Tests.Protocol.DeviceAuthorization;

/// <summary>A client library that others wrote, as they say it is used.</summary>
[Spec("RFC 8628", "3")]
public sealed class DeviceLibraryTests() : DeviceTest(StorageProvider.Sqlite)
{
    [Fact]
    public async Task Duende_IdentityModel_connects_a_device()
    {
        using var request = new DiscoveryDocumentRequest { Address = TestProvider.Issuer.AbsoluteUri };
        var provider = await Http.GetDiscoveryDocumentAsync(request, TestContext.Current.CancellationToken);
        using var ask = new DeviceAuthorizationRequest { Address = provider.DeviceAuthorizationEndpoint, ClientId = "watch", Scope = "openid profile offline_access" };
        var asked = await Http.RequestDeviceAuthorizationAsync(ask, TestContext.Current.CancellationToken);

        Assert.False(asked.IsError, asked.Error);
        Assert.Equal(("http://localhost:5000/device", 5), (asked.VerificationUri, asked.Interval));
        Assert.Equal("authorization_pending", (await TokensAsync(provider, asked)).Error);
        await Browser.SubmitAsync(await EnterAsync(asked.UserCode), ("Decision", "yes"));
        var tokens = await TokensAsync(provider, asked);
        Assert.False(tokens.IsError, tokens.Error);
        Assert.NotEmpty(tokens.RefreshToken ?? "");
    }

    private async Task<TokenResponse> TokensAsync(DiscoveryDocumentResponse provider, DeviceAuthorizationResponse asked)
    {
        using var request = new DeviceTokenRequest { Address = provider.TokenEndpoint, ClientId = "watch", DeviceCode = asked.DeviceCode! }; // There was no error.
        return await Http.RequestDeviceTokenAsync(request, TestContext.Current.CancellationToken);
    }
}
