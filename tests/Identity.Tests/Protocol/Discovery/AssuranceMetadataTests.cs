using System.Text.Json;
using Identity.Testing;

namespace Identity.Tests.Protocol.Discovery;

/// <summary>What can be asked for in <c>verified_claims</c>, where somebody can prove who they are.</summary>
[Spec("OpenID Connect for Identity Assurance 1.0", "8")]
public sealed class AssuranceMetadataTests : IAsyncLifetime
{
    private TestProvider _provider = null!; // Started before each test.

    public async ValueTask InitializeAsync() => _provider = await TestProvider.StartAsync(settings: ("Verifiers:Offered", "simulated"));

    public ValueTask DisposeAsync() => _provider.DisposeAsync();

    [Theory]
    [InlineData("trust_frameworks_supported", "uk_tfida")]
    [InlineData("evidence_supported", "document")]
    [InlineData("documents_supported", "simulated_document")]
    [InlineData("electronic_records_supported", "simulated_record")]
    [InlineData("documents_check_methods_supported", "vri")]
    [InlineData("claims_in_verified_claims_supported", "birthdate")]
    public async Task The_document_says_what_can_be_asked_for(string member, string value)
    {
        using var http = _provider.Backchannel();
        using var document = JsonDocument.Parse(await http.GetStringAsync(".well-known/openid-configuration", TestContext.Current.CancellationToken));

        Assert.Contains(value, document.RootElement.GetProperty(member).EnumerateArray().Select(one => one.GetString()));
    }
}
