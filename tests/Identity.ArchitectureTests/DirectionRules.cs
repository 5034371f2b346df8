namespace Identity.ArchitectureTests;

/// <summary>Which project may know which. The compiler holds most of it; these hold it against a new reference.</summary>
internal static class DirectionRules
{
    public const string SdkKnowsNobody = "Sdk knows nothing of ours";
    public const string VerifiersKnowSdk = "Verifiers know Sdk alone";
    public const string NobodyKnowsVerifiers = "Nobody knows Verifiers, which are loaded as plugins";
    public const string DomainKnowsNoHttp = "Domain knows no HTTP";
    public const string DomainKnowsNoEngine = "Domain knows no OpenIddict";
    public const string DomainKnowsNobodyAbove = "Domain knows neither Protocol nor Web";
    public const string ProtocolKnowsNoWeb = "Protocol knows no Web";

    private static readonly string[] Http =
    [
        "Microsoft.AspNetCore.Builder", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Http", "Microsoft.AspNetCore.Mvc",
        "Microsoft.AspNetCore.Razor", "Microsoft.AspNetCore.Routing", "Microsoft.AspNetCore.Server",
    ];

    private static readonly string[] Projects = ["Sdk", "Verifiers", "Domain", "Protocol", "Web", "Demo"];

    public static readonly Rule[] All =
    [
        Rule.Blind(SdkKnowsNobody, house => house.In("Sdk"), house => AllBut(house, "Sdk")),
        Rule.Blind(VerifiersKnowSdk, house => house.In("Verifiers"), house => AllBut(house, "Verifiers", "Sdk")),
        Rule.Blind(NobodyKnowsVerifiers, house => house.Types.Except(house.In("Verifiers")), house => [house.At("Verifiers")]),
        Rule.Blind(DomainKnowsNoHttp, house => house.In("Domain"), _ => Http),
        Rule.Blind(DomainKnowsNoEngine, house => house.In("Domain"), _ => ["OpenIddict"]),
        Rule.Blind(DomainKnowsNobodyAbove, house => house.In("Domain"), house => [house.At("Protocol"), house.At("Web"), house.At("Demo")]),
        Rule.Blind(ProtocolKnowsNoWeb, house => house.In("Protocol"), house => [house.At("Web"), house.At("Demo")]),
    ];

    private static string[] AllBut(House house, params string[] known) => [.. Projects.Except(known).Select(house.At)];
}
