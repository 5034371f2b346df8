using System.Globalization;
using System.Reflection;

namespace Identity.Web.Locales;

/// <summary>
/// Reads the locale files, which are part of the program: <c>{locale}/{room}.json</c>, flat keys that
/// begin with the room. Whatever is wrong is collected, so that one start shows it all.
/// </summary>
internal sealed class CatalogueReader(string first, List<string> faults)
{
    private readonly Dictionary<string, LocaleDraft> _drafts = [];

    public IReadOnlyList<string> Locales => [.. _drafts.Keys];

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
        string file = $"{locale}/{room}.json";
        if (!IsLanguage(locale))
        {
            faults.Add($"{file}: there is no language '{locale}'");
            return;
        }

        if (!_drafts.TryGetValue(locale, out var draft))
            _drafts[locale] = draft = new LocaleDraft();
        if (LocaleFile.Read(file, json, faults) is not { } texts)
        {
            draft.Unread.Add(room);
            return;
        }

        foreach (var (key, source) in texts)
        {
            if (!key.StartsWith(room + ".", StringComparison.Ordinal))
                faults.Add($"{file}: '{key}' does not begin with '{room}.'");
            draft.Messages[key] = Parse(file, key, source);
        }
    }

    /// <summary>Replaces messages that exist, as a theme may; a new key would have no reader.</summary>
    public void Override(string locale, string file, Stream json)
    {
        if (!_drafts.TryGetValue(locale, out var draft))
        {
            faults.Add($"{file}: the locale '{locale}' is not spoken here");
            return;
        }

        foreach (var (key, source) in LocaleFile.Read(file, json, faults) ?? [])
            Replace(draft, file, key, Parse(file, key, source));
    }

    /// <summary>Sets the name of the service, which a theme gives for each locale.</summary>
    public void Name(string locale, string file, string name)
    {
        if (string.IsNullOrWhiteSpace(name))
            faults.Add($"{file}: the name in the locale '{locale}' is empty");
        else
            _drafts[locale].Messages["brand.name"] = Parse(file, $"name.{locale}", name);
    }

    /// <summary>The catalogue, the first locale in front. Faults are left in the list given at the start.</summary>
    public Catalogue Finish()
    {
        faults.AddRange(CatalogueCheck.Faults(first, _drafts));
        return new Catalogue(_drafts
            .OrderBy(locale => locale.Key != first).ThenBy(locale => locale.Key, StringComparer.Ordinal)
            .ToDictionary(locale => locale.Key, locale => locale.Value.Finish()));
    }

    private void Replace(LocaleDraft draft, string file, string key, Pattern? pattern)
    {
        if (!draft.Messages.TryGetValue(key, out var replaced))
            faults.Add($"{file}: there is no message '{key}'");
        else if (pattern is not null && replaced is not null && CatalogueCheck.Difference(replaced, pattern) is { } difference)
            faults.Add($"{file}: '{key}' {difference}");
        else
            draft.Messages[key] = pattern;
    }

    private Pattern? Parse(string file, string key, string? source)
    {
        try
        {
            return source is null ? null : Pattern.Parse(source);
        }
        catch (FormatException problem)
        {
            faults.Add($"{file}: '{key}': {problem.Message}");
            return null;
        }
    }

    private static bool IsLanguage(string locale)
    {
        try
        {
            return CultureInfo.GetCultureInfo(locale, predefinedOnly: true).Name == locale;
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }
}
