using Identity.ArchitectureTests;

namespace Planted.Domain.Verification.Levels
{
    internal sealed class GrantedLevel;

    internal static class EvidencePolicy
    {
        public static GrantedLevel Grant() => new();
    }
}

namespace Planted.Web
{
    [Breaks(EvidenceRules.OnlyPolicyGrants)]
    internal static class Generous
    {
        public static object Grant() => new Domain.Verification.Levels.GrantedLevel();
    }

    [Breaks(EvidenceRules.OnlyPolicyGrants)]
    internal static class GenerousInALambda
    {
        public static Func<object> Grant => () => new Domain.Verification.Levels.GrantedLevel();
    }
}
