using System.Text.Json;
using Identity.Domain.Verification.Levels;
using Identity.Domain.Verification.Record;
using Identity.Sdk;
using Identity.Testing;

namespace Identity.Tests.Protocol.Discovery.Advertised;

/// <summary>What an application may ask about how somebody was checked (OpenID Connect for Identity Assurance 1.0 §8).</summary>
internal static class AssuranceTries
{
    public static Dictionary<string, Try> All { get; } = new()
    {
        ["trust_frameworks_supported"] = (scene, value) => ToldAsync(scene, $$$"""{"trust_framework":{"value":"{{{value}}}"}}"""),
        ["claims_in_verified_claims_supported"] = (scene, value) => ToldAsync(scene, """{"trust_framework":null}""", value),
        ["evidence_supported"] = (scene, value) => CheckedAsync(scene, TypeOf(value), "passport", CheckMethods.InspectedRemotely, ""),
        ["documents_supported"] = (scene, value) => CheckedAsync(scene, EvidenceType.Document, value, CheckMethods.InspectedRemotely, $$$""","document_details":{"type":{"value":"{{{value}}}"}}"""),
        ["electronic_records_supported"] = (scene, value) => CheckedAsync(scene, EvidenceType.ElectronicRecord, value, CheckMethods.Data, $$$""","record":{"type":{"value":"{{{value}}}"}}"""),
        ["documents_check_methods_supported"] = (scene, value) => CheckedAsync(scene, EvidenceType.Document, "passport", value, $$$""","check_details":[{"check_method":{"value":"{{{value}}}"}}]"""),
    };

    private static EvidenceType TypeOf(string name) => Enum.GetValues<EvidenceType>().Single(type => EvidenceTypes.NameOf(type) == name);

    /// <summary>Somebody is checked in this way, and an application asks for nobody else.</summary>
    private static async Task CheckedAsync(AdvertisedScene scene, EvidenceType type, string kind, string method, string limit)
    {
        var person = await scene.AnotherAsync();
        var now = scene.Provider.Clock.GetUtcNow();
        var evidence = TestEvidence.Passport(now) with { Type = type, Kind = kind, Number = $"{person:N}", Checks = [new EvidenceCheck(method, "simulated", now)] };
        Assert.IsType<AddOutcome.Added>(await scene.Provider.Get<IdentityRecord>().AddAsync(person, "simulated", [evidence], [], CancellationToken.None));

        await ToldAsync(scene, $$$"""{"trust_framework":null,"evidence":[{"type":{"value":"{{{EvidenceTypes.NameOf(type)}}}"}{{{limit}}}}]}""");
    }

    private static async Task ToldAsync(AdvertisedScene scene, string verification, string claim = "given_name")
    {
        var client = await scene.ClientAsync(registration => registration);
        var told = await scene.ToldAsync(await scene.TokensAsync(client, ("scope", "openid"),
            ("claims", $$$"""{"userinfo":{"verified_claims":{"verification":{{{verification}}},"claims":{"{{{claim}}}":null} } } }""")));
        Assert.True(told.TryGetProperty("verified_claims", out var answer) && answer.GetProperty("claims").TryGetProperty(claim, out _), $"{verification} {claim}: {told}");
    }
}
