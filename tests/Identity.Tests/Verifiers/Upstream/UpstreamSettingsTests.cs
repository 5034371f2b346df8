using Identity.Domain.Storage;
using Identity.Domain.Verification.Runs;
using Identity.Testing;
using Identity.Tests.Web;
using Microsoft.Extensions.Options;

namespace Identity.Tests.Verifiers.Upstream;

/// <summary>What an operator may write of other providers, and what stops the start.</summary>
public sealed class UpstreamSettingsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("identity-upstream-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("Issuer", "bank", "is 'bank': write an address such as https://records.example.")]
    [InlineData("Issuer", "http://bank.example", "is 'http://bank.example': write an address such as https://records.example.")]
    [InlineData("Issuer", "https://bank.example?a=b", "has a query or a fragment, which no issuer has. Leave it out.")]
    [InlineData("Organisation", "", "is not set: write its value.")]
    [InlineData("ClientId", "", "is not set: write its value.")]
    [InlineData("Scope", "profile", "is 'profile', and has no openid: write it too.")]
    [InlineData("Algorithms", "ES256 none", "has 'none': write some of ES256 ES384 ES512 PS256 PS384 PS512 RS256 RS384 RS512.")]
    [InlineData("Algorithms", "HS256", "has 'HS256': write some of ES256 ES384 ES512 PS256 PS384 PS512 RS256 RS384 RS512.")]
    [InlineData("VectorsOfTrust", "P2", "AcrValues is set beside VectorsOfTrust: leave one of them out.")]
    [InlineData("VectorsOfTrust", "P2.", "has 'P2.': write vectors such as P2.Cm, with a space between two.")]
    [InlineData("MaxAge", "2.00:00:00", "is '2.00:00:00': write a time from 00:00:00 to 1.00:00:00, such as 00:10:00.")]
    [InlineData("SecretFile", "", "KeyFile and SecretFile are both set, or neither is: write one of them, the key where the provider takes one.")]
    [InlineData("SecretFile", "/nowhere/secret", "is '/nowhere/secret', which is not there: write the whole path of a file.")]
    [InlineData("KeyFile", "/nowhere/key", "KeyFile and SecretFile are both set, or neither is: write one of them, the key where the provider takes one.")]
    [InlineData("Claims:shoe_size", "size", "is none of ours: write one of given_name, family_name, birthdate, address, phone_number, email, nhs_number.")]
    [InlineData("Evidence:2:Acr", "", "Vot is not set, and neither Acr nor TrustFramework is: write what of theirs counts.")]
    [InlineData("Evidence:1:Trustmark", "", "is not set: write the address that their vtm has.")]
    [InlineData("Evidence:1:Vot", "high", "is 'high': write a vector such as P2.Cm.")]
    [InlineData("Evidence:0:TrustFramework", "", "is not set: write by whose rules AssuranceLevel and EvidenceType mean something.")]
    [InlineData("Evidence:0:Type", "passport", "is 'passport': write one of document, electronic_record, vouch, electronic_signature.")]
    [InlineData("Evidence:0:Fraud", "4", "is '4': write a number from 0 to 3.")]
    [InlineData("Secret", "typed here", "is set, and no such setting exists. Leave it out.")]
    public async Task A_setting_that_cannot_be_used_stops_the_start(string key, string value, string fault)
    {
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync((key, value)));

        Assert.Contains(refused.Failures, told => told.StartsWith(UpstreamHost.Key(""), StringComparison.Ordinal) && told.EndsWith(fault, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("-----BEGIN PRIVATE KEY-----")]
    [InlineData("""{"kty":"EC","crv":"P-256","x":"AA","y":"AA"}""")]
    public async Task A_file_that_holds_no_private_key_stops_the_start(string contents)
    {
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(("SecretFile", ""), ("KeyFile", File("key", contents))));

        Assert.Contains(refused.Failures, told => told.Contains("which is no private key as a JWK (RFC 7517)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_provider_is_believed_is_at_most_what_the_levels_say()
    {
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(("Evidence:0:Type", "electronic_signature")));

        Assert.Contains(refused.Failures, told => told.Contains("of which levels.json believes it nothing", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Several_providers_are_several_ways()
    {
        var second = UpstreamHost.Settings("https://eid.example", File("secret", "secret"), ("Organisation", "Example eID"))
            .Select(pair => (Key: pair.Key.Replace(":provider:", ":eid:", StringComparison.Ordinal), pair.Value));
        var levels = File("levels.json", (await System.IO.File.ReadAllTextAsync(Repository.At("config", "levels.json"))).Replace("\"trust\": {",
            """
            "trust": { "eid": {
              "document": { "strength": 4, "validity": 4, "activity": 0, "fraud": 2, "verification": 4 },
              "electronic_record": { "strength": 4, "validity": 4, "activity": 0, "fraud": 2, "verification": 4 } },
            """, StringComparison.Ordinal));

        await using var provider = await TestProvider.StartAsync(StorageProvider.Sqlite,
            [.. UpstreamHost.Settings("https://bank.example", File("secret", "secret")).Concat(second).Where(pair => pair.Key != "Verifiers:Offered"), ("Verifiers:Offered", "provider eid"), ("Verification:LevelsFile", levels)]);

        Assert.Equal(["Use Example Bank", "Use Example eID"], provider.Get<OfferedVerifiers>().All.Select(verifier => verifier.Manifest.Text("en", "title")).Order());
    }

    private Task<TestProvider> StartAsync(params IEnumerable<(string Key, string Value)> changes) =>
        TestProvider.StartAsync(StorageProvider.Sqlite, [.. UpstreamHost.Settings("https://bank.example", File("secret", "secret"), changes)]);

    private string File(string name, string contents)
    {
        var path = Path.Combine(_folder.FullName, name);
        System.IO.File.WriteAllText(path, contents);
        return path;
    }
}
