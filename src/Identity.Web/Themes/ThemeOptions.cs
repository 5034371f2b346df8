namespace Identity.Web.Themes;

/// <summary>The section <c>Themes</c> of the configuration.</summary>
public sealed class ThemeOptions
{
    /// <summary>Where themes lie; a relative path starts at the program's own folder.</summary>
    public string Folder { get; set; } = "themes";

    /// <summary>The folder of the theme that pages wear.</summary>
    public string Name { get; set; } = "default";
}
