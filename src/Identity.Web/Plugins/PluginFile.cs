using System.Security.Cryptography;

namespace Identity.Web.Plugins;

/// <summary>A file that may be loaded: it is what the settings say it is. What was hashed is what is loaded, whatever becomes of the file.</summary>
/// <param name="Path">Its path in the folder, such as <c>Identity.Verifiers/Identity.Verifiers.dll</c>.</param>
/// <param name="Bytes">All of it.</param>
internal sealed record PluginFile(string Path, byte[] Bytes)
{
    private const string ShippedFolder = "verifiers";
    private const long MostBytes = 200L * 1024 * 1024;

    /// <summary>The plugin that it belongs to: the folder.</summary>
    public string Plugin => Path.Split('/')[0];

    /// <summary>The name that it is loaded by.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>Whether it is the plugin itself: it has the name of its folder.</summary>
    public bool IsEntry => Path == $"{Plugin}/{Plugin}.dll";

    /// <summary>Reads every file that is listed. A plugin of somebody else takes the place of one by the same name that was shipped.</summary>
    /// <param name="options">Where they lie, and what they have to be.</param>
    /// <param name="faults">Takes what is wrong.</param>
    public static IReadOnlyList<PluginFile> ReadAll(PluginOptions options, List<string> faults)
    {
        var others = Read("Verifiers:Assemblies", options.Folder, options.Assemblies, faults);
        var shipped = Read("Verifiers:Shipped", ShippedFolder, options.Shipped, faults);
        return [.. others, .. shipped.Where(file => others.All(other => other.Plugin != file.Plugin))];
    }

    private static List<PluginFile> Read(string section, string folder, IDictionary<string, string> listed, List<string> faults)
    {
        var root = System.IO.Path.Combine(AppContext.BaseDirectory, folder);
        return [.. listed.Where(file => file.Value.Length > 0).Select(file => Read($"{section}:{file.Key}", root, file.Key, file.Value, faults)).OfType<PluginFile>()];
    }

    private static PluginFile? Read(string key, string root, string path, string expected, List<string> faults)
    {
        if (path.Split('/') is not [var folder, var name] || folder is "" or "." or ".." || !name.EndsWith(".dll", StringComparison.Ordinal) || path.Contains('\\', StringComparison.Ordinal))
            return Fault($"{key} is no path of a plugin's file. Write FOLDER/FILE.dll.");
        var file = new FileInfo(System.IO.Path.Combine(root, folder, name));
        if (!file.Exists)
            return Fault($"{key} is listed, and {file.FullName} is not there. Put it there, or leave it out.");
        if (file.Length > MostBytes)
            return Fault($"{key} has {file.Length} bytes; {MostBytes} is the most.");

        var bytes = File.ReadAllBytes(file.FullName);
        var found = Convert.ToHexStringLower(SHA256.HashData(bytes));
        return found.Equals(expected.Trim(), StringComparison.OrdinalIgnoreCase)
            ? new PluginFile(path, bytes)
            : Fault($"{key} is '{expected}', and the SHA-256 of the file is {found}. If it is the file you mean, write that.");

        PluginFile? Fault(string fault)
        {
            faults.Add(fault);
            return null;
        }
    }
}
