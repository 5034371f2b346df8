namespace Identity.Web.Locales;

/// <summary>Every locale says everything the first one says, with the same placeholders.</summary>
internal static class CatalogueCheck
{
    public static IEnumerable<string> Faults(string first, Dictionary<string, Dictionary<string, Pattern>> locales)
    {
        if (!locales.TryGetValue(first, out var model))
            return [$"The default locale '{first}' has no messages"];
        return locales.Where(locale => locale.Key != first)
            .SelectMany(locale => Missing(locale.Key, locale.Value, model)
                .Concat(Strange(locale.Key, locale.Value, model)));
    }

    private static IEnumerable<string> Missing(
        string locale, Dictionary<string, Pattern> messages, Dictionary<string, Pattern> model) =>
        model.Keys.Where(key => !messages.ContainsKey(key)).Select(key => $"{locale}: '{key}' is missing");

    private static IEnumerable<string> Strange(
        string locale, Dictionary<string, Pattern> messages, Dictionary<string, Pattern> model)
    {
        foreach (var (key, pattern) in messages)
        {
            if (!model.TryGetValue(key, out var expected))
                yield return $"{locale}: '{key}' is unknown to the default locale";
            else if (!expected.Names.SequenceEqual(pattern.Names))
                yield return $"{locale}: '{key}' names {List(pattern)} where {List(expected)} is expected";
        }
    }

    private static string List(Pattern pattern) =>
        pattern.Names.Count == 0 ? "nothing" : string.Join(", ", pattern.Names.Select(name => $"{{{name}}}"));
}
