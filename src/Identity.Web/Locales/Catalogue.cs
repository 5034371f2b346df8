using System.Collections.Frozen;

namespace Identity.Web.Locales;

/// <summary>Every message of every locale, read and checked once at the start; safe for all threads.</summary>
internal sealed class Catalogue(IReadOnlyDictionary<string, IReadOnlyDictionary<string, Pattern>> locales)
{
    private readonly FrozenDictionary<string, FrozenDictionary<string, Pattern>> _locales = locales
        .ToFrozenDictionary(locale => locale.Key, locale => locale.Value.ToFrozenDictionary(StringComparer.Ordinal));

    public IReadOnlyList<string> Locales { get; } = [.. locales.Keys];

    public IEnumerable<string> Keys => _locales[Locales[0]].Keys;

    public bool Speaks(string locale) => _locales.ContainsKey(locale);

    /// <exception cref="KeyNotFoundException">No such key: a mistake of ours, never an empty page.</exception>
    public Pattern Find(string locale, string key) => _locales[locale].TryGetValue(key, out var pattern)
        ? pattern
        : throw new KeyNotFoundException($"No message '{key}' in the locale '{locale}'");
}
