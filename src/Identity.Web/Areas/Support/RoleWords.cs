namespace Identity.Web.Areas.Support;

/// <summary>What roles are called, by the keys of their words.</summary>
internal static class RoleWords
{
    private static readonly IReadOnlyDictionary<string, string> All = new Dictionary<string, string>
    {
        ["agent"] = "support.role.agent",
        ["senior"] = "support.role.senior",
        ["supervisor"] = "support.role.supervisor",
        ["auditor"] = "support.role.auditor",
        ["desk"] = "support.role.desk",
        ["operator"] = "support.role.operator",
    };

    /// <summary>The words of a role; of none, that there is none.</summary>
    public static string Of(string? role) => role is not null && All.TryGetValue(role, out var words) ? words : "support.role.none";
}
