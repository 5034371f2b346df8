using System.Text;
using System.Text.Json;
using Identity.Web.Assets;
using Identity.Web.Locales;

namespace Identity.Web.Themes;

/// <summary>Reads one folder of <c>themes/</c>. It adds every fault it meets to the list and goes on.</summary>
internal sealed class ThemeReader(string folder, string name, CatalogueReader messages, List<string> faults)
{
    public Theme? Read()
    {
        var file = ReadFile();
        var tokens = Tokens.Read(Encoding.UTF8.GetString(Bytes("tokens.css")), faults, file?.Contrast ?? ThemeFile.AA);
        if (file is null)
            return null;
        byte[] svg = Bytes(file.Logo);
        var logo = Logo.Read(file.Logo, svg, faults);
        ReadMessages();
        ReadNames(file);
        var catalogue = messages.Finish();
        return faults.Count > 0 ? null : new Theme
        {
            Catalogue = catalogue,
            Name = name,
            Contact = file.Contact,
            Brand = tokens["brand"],
            Stylesheet = Stylesheet(tokens),
            Logo = logo,
            Icon = new Asset("icon.svg", "image/svg+xml", svg),
        };
    }

    // The tokens come first: the print rules of the design system win over them.
    private static Asset Stylesheet(Tokens tokens) => new("look.css", "text/css; charset=utf-8",
        [.. Encoding.UTF8.GetBytes(tokens.ToCss()), .. ShippedFiles.Read("design-system/design-system.css")]);

    private ThemeFile? ReadFile()
    {
        try
        {
            var file = JsonSerializer.Deserialize<ThemeFile>(Bytes("theme.json"), JsonSerializerOptions.Web);
            if (file is { Contrast: not (ThemeFile.AA or ThemeFile.AAA) })
                faults.Add($"theme.json: the contrast is '{file.Contrast}'; write {ThemeFile.AA} or {ThemeFile.AAA}");
            if (file is null || Path.GetFileName(file.Logo) == file.Logo)
                return file;
            faults.Add($"theme.json: the logo '{file.Logo}' lies outside the theme's folder");
            return null;
        }
        catch (JsonException problem)
        {
            faults.Add($"theme.json: {problem.Message}");
            return null;
        }
    }

    private void ReadMessages()
    {
        foreach (string path in Directory.Exists(folder) ? Directory.GetFiles(folder, "messages.*.json") : [])
        {
            using var json = File.OpenRead(path);
            messages.Override(Path.GetFileName(path).Split('.')[1], Path.GetFileName(path), json);
        }
    }

    private void ReadNames(ThemeFile file)
    {
        foreach (string locale in messages.Locales)
        {
            if (file.Name.TryGetValue(locale, out string? name))
                messages.Name(locale, "theme.json", name);
            else
                faults.Add($"theme.json: the name is missing in the locale '{locale}'");
        }

        foreach (string locale in file.Name.Keys.Except(messages.Locales))
            faults.Add($"theme.json: there is a name in the locale '{locale}', which is not spoken here");
    }

    private byte[] Bytes(string name)
    {
        string path = Path.Combine(folder, name);
        if (File.Exists(path))
            return File.ReadAllBytes(path);
        faults.Add($"{name}: there is no such file in {folder}");
        return name.EndsWith(".json", StringComparison.Ordinal) ? "null"u8.ToArray() : [];
    }
}
