using Identity.Web.Settings;

namespace Identity.Web.Plugins;

/// <summary>The verifiers of this server. Section <c>Verifiers</c>.</summary>
public sealed class PluginOptions
{
    /// <summary>Where plugins of others lie, a folder each; a relative path starts at the program's own folder.</summary>
    public string Folder { get; set; } = "plugins";

    /// <summary>The names of the verifiers that people are offered, with a space between two.</summary>
    public string Offered { get; set; } = "";

    /// <summary>The names of those that people may sign in at, with a space between two.</summary>
    public string SignIn { get; set; } = "";

    /// <summary>The SHA-256 of every file that may be loaded, by its path in the folder.</summary>
    public IDictionary<string, string> Assemblies { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The same for the plugins that came with the program, which lie beside it. The build lists them.</summary>
    public IDictionary<string, string> Shipped { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What plugins read, by their names.</summary>
    [ReadElsewhere]
    public IDictionary<string, string> Settings { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    internal IReadOnlyList<string> Names => Split(Offered);

    internal IReadOnlyList<string> SignInNames => Split(SignIn);

    private static string[] Split(string names) => names.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
