namespace Identity.Web.Themes;

/// <summary>The section <c>Themes</c> of the configuration.</summary>
public sealed class ThemeOptions
{
    /// <summary>Where themes lie; a relative path starts at the program's own folder.</summary>
    public string Folder { get; set; } = "themes";

    /// <summary>The folder of the theme that pages wear.</summary>
    public string Name { get; set; } = "default";

    /// <summary>Another theme for a host name.</summary>
    public IDictionary<string, string> Hosts { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Another theme for whoever comes from an application, by its <c>client_id</c>. It counts before the host name.</summary>
    public IDictionary<string, string> Clients { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    internal IEnumerable<string> Names => Hosts.Values.Concat(Clients.Values).Prepend(Name).Distinct(StringComparer.Ordinal);
}
