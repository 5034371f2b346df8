namespace Identity.Web.Themes;

/// <summary>The start stops here: the theme or the messages have faults, and all of them are listed.</summary>
internal sealed class BrokenThemeException(string folder, IReadOnlyList<string> faults)
    : Exception($"The theme in {folder} (Themes:Folder, Themes:Name) cannot be worn:{string.Concat(faults.Select(fault => $"\n  - {fault}"))}")
{
    public IReadOnlyList<string> Faults => faults;
}
