namespace Identity.Web.Settings;

/// <summary>
/// Keys that look like ours and that nobody reads: a letter too many in one of them would otherwise leave a default in
/// force, unseen. Their values are not shown, as a misspelt password is one still.
/// </summary>
internal static class UnknownSettings
{
    public static IEnumerable<string> Faults(IConfiguration configuration) =>
        from pair in configuration.AsEnumerable()
        let parts = pair.Key.Split(':')
        where pair.Value is not null && parts.Length > 1 && LooksLikeOurs(parts[0]) && !IsKnown(parts)
        orderby pair.Key
        select $"{pair.Key} is set, and no such setting exists. {Remedy(pair.Key)}";

    private static bool LooksLikeOurs(string section) =>
        Sections.All.Any(known => Spelling.Distance(section, known.Name) <= (known.Name.Length > 5 ? 2 : 1));

    private static bool IsKnown(string[] parts) =>
        Sections.All.SelectMany(section => section.Settings).Any(setting =>
            string.Equals(setting.Path, $"{parts[0]}:{parts[1]}", StringComparison.OrdinalIgnoreCase)
            && (parts.Length == 2 || (parts.Length == 3 && setting.IsCollection) || setting.IsReadElsewhere));

    private static string Remedy(string key) =>
        $"Write {Sections.All.SelectMany(section => section.Settings).MinBy(setting => Spelling.Distance(setting.Path, key))!.Path}, or leave it out."; // There are settings.
}
