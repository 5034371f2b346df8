using System.Globalization;

namespace Identity.Sdk;

/// <summary>
/// A plugin's own section of the configuration. Reading never throws: a value that is missing or wrong becomes a fault, and the
/// server lists all faults of all plugins before it refuses to start. A key that is set and that nobody read is a fault too.
/// </summary>
public sealed class VerifierSettings
{
    private readonly IReadOnlyDictionary<string, string> _values;
    private readonly string _path;
    private readonly HashSet<string> _read;
    private readonly List<string> _faults;

    /// <summary>Reads from a section.</summary>
    /// <param name="path">Where the section lies, for faults.</param>
    /// <param name="values">By key; <c>:</c> stands between a key and one below it. Keys are compared without regard to case.</param>
    public VerifierSettings(string path, IReadOnlyDictionary<string, string> values)
        : this(path, new Dictionary<string, string>(values, StringComparer.OrdinalIgnoreCase), new(StringComparer.OrdinalIgnoreCase), [])
    {
    }

    private VerifierSettings(string path, IReadOnlyDictionary<string, string> values, HashSet<string> read, List<string> faults) =>
        (_path, _values, _read, _faults) = (path, values, read, faults);

    /// <summary>Whether something was wrong so far.</summary>
    public bool HasFaults => _faults.Count > 0;

    /// <summary>Everything that was wrong, and keys that are set and that nobody read.</summary>
    public IReadOnlyList<string> Faults => [.. _faults, .. _values.Keys.Select(Path).Where(key => !_read.Contains(key)).Order(StringComparer.Ordinal)
        .Select(key => $"{key} is set, and no such setting exists. Leave it out.")];

    /// <summary>Reports a fault.</summary>
    /// <param name="key">The key.</param>
    /// <param name="remedy">What is wrong and what to write instead.</param>
    public void Fault(string key, string remedy) => _faults.Add($"{Path(key)} {remedy}");

    /// <summary>A text that may be left out.</summary>
    /// <param name="key">The key.</param>
    /// <param name="otherwise">What counts when it is.</param>
    public string Text(string key, string otherwise = "")
    {
        _read.Add(Path(key));
        var value = _values.GetValueOrDefault(key) is { Length: > 0 } written ? written : otherwise;
        if (value.Length > SdkLimits.Text)
            Fault(key, $"is longer than {SdkLimits.Text} characters: write less.");
        return value;
    }

    /// <summary>A text that has to be there.</summary>
    /// <param name="key">The key.</param>
    /// <returns>Empty, after a fault, when it is not.</returns>
    public string Required(string key)
    {
        var value = Text(key);
        if (value.Length == 0)
            Fault(key, "is not set: write its value.");
        return value;
    }

    /// <summary>A whole number.</summary>
    /// <param name="key">The key.</param>
    /// <param name="otherwise">What counts when it is left out.</param>
    /// <param name="least">The least it may be.</param>
    /// <param name="most">The most it may be.</param>
    public int Number(string key, int otherwise, int least, int most)
    {
        var text = Text(key);
        if (text.Length == 0)
            return otherwise;
        if (int.TryParse(text, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most)
            return value;
        Fault(key, $"is '{text}': write a number from {least} to {most}.");
        return otherwise;
    }

    /// <summary>A time such as <c>00:10:00</c>, or <c>2.00:00:00</c> for two days.</summary>
    /// <param name="key">The key.</param>
    /// <param name="otherwise">What counts when it is left out.</param>
    /// <param name="least">The least it may be.</param>
    /// <param name="most">The most it may be.</param>
    public TimeSpan Duration(string key, TimeSpan otherwise, TimeSpan least, TimeSpan most)
    {
        var text = Text(key);
        if (text.Length == 0)
            return otherwise;
        if (TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most)
            return value;
        Fault(key, $"is '{text}': write a time from {least} to {most}, such as 00:10:00.");
        return otherwise;
    }

    /// <summary>An address that has to be there: https, or http on this machine.</summary>
    /// <param name="key">The key.</param>
    /// <returns>Null, after a fault, when it is not.</returns>
    public Uri? Address(string key)
    {
        var text = Required(key);
        if (text.Length == 0)
            return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)))
            return address;
        Fault(key, $"is '{text}': write an address such as https://records.example.");
        return null;
    }

    /// <summary>The names directly below a key, such as those of several providers, sorted.</summary>
    /// <param name="key">The key; empty for the section itself.</param>
    public IReadOnlyList<string> Names(string key)
    {
        var below = key.Length > 0 ? key + ":" : "";
        return [.. _values.Keys.Where(candidate => candidate.StartsWith(below, StringComparison.OrdinalIgnoreCase))
            .Select(candidate => candidate[below.Length..].Split(':')[0]).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)];
    }

    /// <summary>What lies below a key. Its faults are those of the whole.</summary>
    /// <param name="key">The key.</param>
    public VerifierSettings Section(string key)
    {
        var below = key + ":";
        var values = _values.Where(pair => pair.Key.StartsWith(below, StringComparison.OrdinalIgnoreCase))
            .ToDictionary(pair => pair.Key[below.Length..], pair => pair.Value, StringComparer.OrdinalIgnoreCase);
        return new(Path(key), values, _read, _faults);
    }

    private string Path(string key) => $"{_path}:{key}";
}
