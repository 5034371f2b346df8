using System.Reflection;
using System.Runtime.Loader;
using Identity.Sdk;

namespace Identity.Web.Plugins;

/// <summary>
/// Where a plugin lives: it has what is listed of its folder, the framework, and <c>Identity.Sdk</c> of the server, by which
/// both mean the same types. Nothing else of the server can be loaded from there.
/// </summary>
internal sealed class PluginContext(string plugin, IReadOnlyList<PluginFile> files) : AssemblyLoadContext($"verifier {plugin}")
{
    private static readonly Assembly Shared = typeof(SdkVersion).Assembly;

    private static readonly HashSet<string> OfServer = [.. ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "")
        .Split(Path.PathSeparator).Where(path => path.StartsWith(AppContext.BaseDirectory, StringComparison.Ordinal)).Select(path => Path.GetFileNameWithoutExtension(path))];

    /// <summary>Loads the plugin itself.</summary>
    public Assembly LoadEntry() => LoadFrom(files.Single(file => file.IsEntry));

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (assemblyName.Name == Shared.GetName().Name)
            return Shared;
        if (files.FirstOrDefault(file => file.Name == assemblyName.Name) is { } own)
            return LoadFrom(own);
        return OfServer.Contains(assemblyName.Name ?? "")
            ? throw new FileLoadException($"{assemblyName.Name} is of the server and not of the plugin {plugin}.")
            : null;
    }

    private Assembly LoadFrom(PluginFile file)
    {
        using var bytes = new MemoryStream(file.Bytes, writable: false);
        return LoadFromStream(bytes);
    }
}
