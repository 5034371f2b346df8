using System.Text.Json;
using Identity.Testing;
using Identity.Tests.Protocol.Discovery.Advertised;

namespace Identity.Tests.Protocol.Discovery;

/// <summary>Whatever the metadata says is supported is used once, value by value. What nothing here tries must not be said.</summary>
[Spec("OpenID Connect Discovery", "3")]
[Spec("RFC 8414", "2")]
public sealed class AdvertisedTests(AdvertisedScene scene) : IClassFixture<AdvertisedScene>
{
    private static readonly Dictionary<string, Try> Tries = new[] { RequestTries.All, ClaimTries.All, ClientTries.All, ProtectionTries.All, AssuranceTries.All, FlagTries.All }
        .SelectMany(tries => tries).ToDictionary();

    public static TheoryData<string> Members => [.. Tries.Keys];

    [Theory, MemberData(nameof(Members))]
    public async Task What_is_advertised_is_accepted(string member)
    {
        var values = Values((await DocumentAsync()).GetProperty(member));

        Assert.NotEmpty(values);
        foreach (var value in values)
        {
            await scene.BeginAsync();
            await Tries[member](scene, value);
        }
    }

    [Theory]
    [InlineData("response_types_supported", "token")]
    [InlineData("response_modes_supported", "fragment")]
    [InlineData("code_challenge_methods_supported", "plain")]
    [InlineData("prompt_values_supported", "create")]
    [InlineData("ui_locales_supported", "fr")]
    [InlineData("acr_values_supported", "phrh")]
    [InlineData("scopes_supported", "age_over_99")]
    [InlineData("claims_supported", "shoe_size")]
    [InlineData("claims_in_verified_claims_supported", "email")]
    [InlineData("trust_frameworks_supported", "de_aml")]
    [InlineData("evidence_supported", "hearsay")]
    [InlineData("grant_types_supported", "password")]
    [InlineData("token_endpoint_auth_methods_supported", "tls_client_auth")]
    [InlineData("introspection_endpoint_auth_methods_supported", "none")]
    [InlineData("revocation_endpoint_auth_signing_alg_values_supported", "HS512")]
    [InlineData("request_object_signing_alg_values_supported", "none")]
    [InlineData("id_token_signing_alg_values_supported", "ES512")]
    [InlineData("id_token_encryption_alg_values_supported", "RSA1_5")]
    [InlineData("userinfo_encryption_enc_values_supported", "A256GCM")]
    [InlineData("subject_types_supported", "secret")]
    public async Task What_is_not_kept_would_be_found_out(string member, string value)
    {
        await scene.BeginAsync();

        await Assert.ThrowsAnyAsync<Exception>(() => Tries[member](scene, value));
    }

    [Fact]
    public async Task Nothing_is_advertised_that_nothing_tries() =>
        Assert.Empty((await DocumentAsync()).EnumerateObject().Where(member => Values(member.Value).Count > 0).Select(member => member.Name).Except(Tries.Keys)
            .Select(member => $"Nothing tries {member}."));

    private async Task<JsonElement> DocumentAsync() =>
        JsonDocument.Parse(await scene.Http.GetStringAsync(".well-known/openid-configuration", TestContext.Current.CancellationToken)).RootElement;

    // What is said not to be supported promises nothing. That each address answers is DiscoveryTests' matter.
    private static IReadOnlyList<string> Values(JsonElement said) => said.ValueKind switch
    {
        JsonValueKind.Array => [.. said.EnumerateArray().Select(value => value.GetString()!)], // Every list is one of texts.
        JsonValueKind.True => [bool.TrueString],
        _ => [],
    };
}
