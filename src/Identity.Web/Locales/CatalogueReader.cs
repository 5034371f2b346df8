using System.Reflection;
using System.Text.Json;

namespace Identity.Web.Locales;

/// <summary>
/// Reads the locale files, which are part of the program: <c>{locale}/{room}.json</c>, flat keys that
/// begin with the room. Whatever is wrong is collected, so that one start shows it all.
/// </summary>
internal sealed class CatalogueReader(string first, List<string> faults)
{
    private readonly Dictionary<string, Dictionary<string, Pattern>> _locales = [];

    public IReadOnlyList<string> Locales => [.. _locales.Keys];

    public static CatalogueReader Shipped(string first, List<string> faults)
    {
        var reader = new CatalogueReader(first, faults);
        var assembly = Assembly.GetExecutingAssembly();
        foreach (string name in assembly.GetManifestResourceNames().Where(name => name.StartsWith("locales/", StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name) ?? throw new FileNotFoundException(name);
            string[] path = name.Split('/');
            reader.Add(path[1], Path.GetFileNameWithoutExtension(path[2]), stream);
        }

        return reader;
    }

    public void Add(string locale, string room, Stream json)
    {
        foreach (var (key, source) in Read($"{locale}/{room}.json", json))
        {
            if (!key.StartsWith(room + ".", StringComparison.Ordinal))
                faults.Add($"{locale}/{room}.json: the key '{key}' does not begin with '{room}.'");
            Put(locale, key, source);
        }
    }

    /// <summary>Replaces messages that exist, as a theme may; a new key would have no reader.</summary>
    public void Override(string locale, string file, Stream json)
    {
        foreach (var (key, source) in Read(file, json))
        {
            if (!_locales.TryGetValue(locale, out var messages) || !messages.TryGetValue(key, out var ours))
            {
                faults.Add($"{file}: there is no message '{key}' in the locale '{locale}'");
                continue;
            }

            Put(locale, key, source);
            if (!messages[key].Names.SequenceEqual(ours.Names))
                faults.Add($"{file}: '{key}' must name {string.Join(", ", ours.Names.Select(name => $"{{{name}}}"))}, each of them and no other");
        }
    }

    public void Put(string locale, string key, string source)
    {
        if (!_locales.TryGetValue(locale, out var messages))
            _locales[locale] = messages = [];
        try
        {
            messages[key] = Pattern.Parse(source);
        }
        catch (FormatException problem)
        {
            faults.Add($"{locale}: '{key}': {problem.Message}");
        }
    }

    /// <summary>The catalogue, the first locale in front. Faults are left in the list given at the start.</summary>
    public Catalogue Finish()
    {
        faults.AddRange(CatalogueCheck.Faults(first, _locales));
        return new Catalogue(_locales
            .OrderBy(locale => locale.Key != first).ThenBy(locale => locale.Key, StringComparer.Ordinal)
            .ToDictionary(locale => locale.Key, locale => (IReadOnlyDictionary<string, Pattern>)locale.Value));
    }

    private Dictionary<string, string> Read(string file, Stream json)
    {
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, string>>(json, JsonSerializerOptions.Strict) ?? [];
        }
        catch (JsonException problem)
        {
            faults.Add($"{file}: {problem.Message}");
            return [];
        }
    }
}
