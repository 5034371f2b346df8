using System.Reflection;
using System.Security.Cryptography.X509Certificates;

namespace Identity.Domain.Credentials.Metadata;

/// <summary>The roots that the signer of the metadata leads to: those shipped, and those configured.</summary>
internal static class MetadataRoots
{
    // FIDO announced the second on 2026-08-21; until every BLOB leads to it both are needed.
    private static readonly string[] Shipped = ["globalsign-r3.pem", "globalsign-r46.pem"];

    public static X509Certificate2Collection Load(IEnumerable<string> files)
    {
        var roots = new X509Certificate2Collection();
        foreach (var name in Shipped)
            roots.ImportFromPem(Read(name));
        foreach (var file in files)
            roots.ImportFromPemFile(file);
        return roots;
    }

    private static string Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"{typeof(MetadataRoots).Namespace}.Roots.{name}")
            ?? throw new InvalidOperationException($"The root {name} is not embedded in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
