using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Support.Roles;

/// <summary>Which role may do what, as the settings say it. What is not written there nobody may.</summary>
public sealed partial class RoleTable(IOptions<SupportOptions> options)
{
    /// <summary>The role that gives roles, and that the first members of staff have.</summary>
    public const string Operator = "operator";

    private static readonly string[] Known = ["agent", "senior", "supervisor", "auditor", "desk", Operator];

    private static readonly FrozenDictionary<string, Permission> ByName =
        Enum.GetValues<Permission>().ToFrozenDictionary(NameOf, StringComparer.Ordinal);

    private readonly FrozenDictionary<string, FrozenSet<Permission>> _roles =
        options.Value.Roles.ToFrozenDictionary(role => role.Key, role => Words(role.Value).Select(word => ByName[word]).ToFrozenSet(), StringComparer.Ordinal);

    /// <summary>Every role, in the order in which they are offered.</summary>
    public static IReadOnlyList<string> Names => Known;

    /// <returns>What a role may do; nothing for none.</returns>
    public IReadOnlySet<Permission> Of(string? role) => role is not null && _roles.TryGetValue(role, out var may) ? may : FrozenSet<Permission>.Empty;

    /// <summary>As the settings write a permission.</summary>
    public static string NameOf(Permission permission) => Capital().Replace(permission.ToString(), "-$0").TrimStart('-').ToLowerInvariant();

    /// <summary>Every fault of the settings.</summary>
    public static IEnumerable<string> Faults(IDictionary<string, string> roles)
    {
        foreach (var role in roles.Keys.Where(role => !Known.Contains(role)))
            yield return $"Support:Roles:{role} is set, and there is no such role. Write one of {string.Join(", ", Known)}.";
        foreach (var (role, word) in roles.SelectMany(role => Words(role.Value).Where(word => !ByName.ContainsKey(word)), (role, word) => (role.Key, word)))
            yield return $"Support:Roles:{role} holds '{word}'. Write permissions of these, with spaces between: {string.Join(' ', ByName.Keys.Order(StringComparer.Ordinal))}.";
        if (!roles.TryGetValue(Operator, out var may) || !Words(may).Contains(NameOf(Permission.ManageStaff)) || !Words(may).Contains(NameOf(Permission.ManageRoles)))
            yield return $"Support:Roles:{Operator} lacks {NameOf(Permission.ManageStaff)} or {NameOf(Permission.ManageRoles)}. Write both: without, nobody could ever join.";
    }

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Capital();
}
