using System.Reflection;
using System.Security.Cryptography;

namespace Identity.Tests.Web.Plugins;

/// <summary>A folder of plugins for one test, as an operator would lay it out.</summary>
internal sealed class PluginFolder : IDisposable
{
    private static readonly string Configuration = typeof(PluginFolder).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()?.Configuration ?? "Debug";

    private readonly List<(string Key, string Value)> _settings = [];

    public PluginFolder() => _settings.Add(("Verifiers:Folder", Path));

    public string Path { get; } = Directory.CreateTempSubdirectory("identity-plugins-").FullName;

    public (string Key, string Value)[] Settings => [.. _settings];

    /// <summary>Copies an example there and lists it.</summary>
    /// <param name="name">The example, such as <c>Example.Rogue</c>.</param>
    /// <param name="hash">Its hash, where it is to be a wrong one.</param>
    public PluginFolder With(string name, string? hash = null)
    {
        var file = Repository.At("tests", "plugins", name, "bin", Configuration, "net10.0", $"{name}.dll");
        Directory.CreateDirectory(System.IO.Path.Combine(Path, name));
        File.Copy(file, System.IO.Path.Combine(Path, name, $"{name}.dll"));
        return Listing(name, hash);
    }

    /// <summary>Lists one that is there already.</summary>
    /// <param name="name">Of its folder and its assembly.</param>
    /// <param name="hash">Its hash, where it is to be a wrong one.</param>
    public PluginFolder Listing(string name, string? hash = null) => Set($"Verifiers:Assemblies:{name}/{name}.dll",
        hash ?? Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(System.IO.Path.Combine(Path, name, $"{name}.dll")))));

    /// <summary>Writes rules by which a verifier's records are believed.</summary>
    /// <returns>The file.</returns>
    public string Trusting(string verifier)
    {
        var file = System.IO.Path.Combine(Path, "levels.json");
        File.WriteAllText(file, File.ReadAllText(Repository.At("config", "levels.json")).Replace("\"trust\": {",
            $$"""
            "trust": { "{{verifier}}": { "electronic_record": { "strength": 2, "validity": 2, "fraud": 1, "verification": 1 } },
            """, StringComparison.Ordinal));
        return file;
    }

    public PluginFolder Offering(string names) => Set("Verifiers:Offered", names);

    public PluginFolder Set(string key, string value)
    {
        _settings.Add((key, value));
        return this;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
