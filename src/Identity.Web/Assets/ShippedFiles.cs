using System.Reflection;

namespace Identity.Web.Assets;

/// <summary>The files of <c>wwwroot</c>, which are part of the program: a host needs no folder beside it.</summary>
internal static class ShippedFiles
{
    public static byte[] Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("wwwroot/" + name)
            ?? throw new FileNotFoundException($"'{name}' is not part of the program", name);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
