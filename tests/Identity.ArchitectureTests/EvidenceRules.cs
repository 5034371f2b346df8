namespace Identity.ArchitectureTests;

/// <summary>One place turns evidence into a level.</summary>
internal static class EvidenceRules
{
    public const string OnlyPolicyGrants = "Only EvidencePolicy grants a level";

    public static readonly Rule[] All =
    [
        new(OnlyPolicyGrants, house =>
            from type in house.Types
            where type.Name != house.At("Domain.Verification.Levels.EvidencePolicy")
            from call in type.Calls
            where call == (house.At("Domain.Verification.Levels.GrantedLevel"), ".ctor")
            select new Breach(type.Name, "makes a GrantedLevel")),
    ];
}
