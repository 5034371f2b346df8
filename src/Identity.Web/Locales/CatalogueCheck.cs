namespace Identity.Web.Locales;

/// <summary>Every locale says everything the first one says, with the same placeholders.</summary>
internal static class CatalogueCheck
{
    public static IEnumerable<string> Faults(string first, IReadOnlyDictionary<string, LocaleDraft> locales)
    {
        if (!locales.TryGetValue(first, out var model))
            return [$"The default locale '{first}' has no messages"];
        return locales.Where(locale => locale.Key != first)
            .SelectMany(locale => Missing(locale.Key, locale.Value, model)
                .Concat(Strange(locale.Key, locale.Value, model)));
    }

    /// <returns>How the placeholders and links of a translation differ from those of the original, or null when they do not.</returns>
    public static string? Difference(Pattern original, Pattern translation) =>
        original.Slots.SequenceEqual(translation.Slots) ? null : $"has {List(translation)} where {List(original)} is expected";

    private static IEnumerable<string> Missing(string locale, LocaleDraft draft, LocaleDraft model) => model.Messages.Keys
        .Where(key => !draft.Messages.ContainsKey(key) && !draft.MayLack(key))
        .Select(key => $"{File(locale, key)}: '{key}' is missing");

    private static IEnumerable<string> Strange(string locale, LocaleDraft draft, LocaleDraft model)
    {
        foreach (var (key, pattern) in draft.Messages.Where(message => !model.MayLack(message.Key)))
        {
            if (!model.Messages.TryGetValue(key, out var expected))
                yield return $"{File(locale, key)}: '{key}' is unknown to the default locale";
            else if (expected is not null && pattern is not null && Difference(expected, pattern) is { } difference)
                yield return $"{File(locale, key)}: '{key}' {difference}";
        }
    }

    private static string File(string locale, string key) => $"{locale}/{LocaleDraft.RoomOf(key)}.json";

    private static string List(Pattern pattern) => pattern.Slots.Count == 0 ? "nothing" : string.Join(", ", pattern.Slots);
}
