namespace Identity.Sdk;

/// <summary>Maximum lengths, in UTF-16 characters unless a member says otherwise. What exceeds one throws where it is made.</summary>
public static class SdkLimits
{
    /// <summary>A name: of a verifier, a field, a choice, a text, a claim, a check.</summary>
    public const int Name = 64;

    /// <summary>One value: of a claim, a field, a setting, a thing shown.</summary>
    public const int Value = 2048;

    /// <summary>One text of a manifest.</summary>
    public const int Text = 4000;

    /// <summary>A verifier's own state between two steps, as JSON.</summary>
    public const int State = 16 * 1024;

    /// <summary>An address that a browser is sent to.</summary>
    public const int Address = 4096;

    /// <summary>Fields of one step, and values shown by one.</summary>
    public const int Fields = 20;

    /// <summary>Choices of one field.</summary>
    public const int Choices = 100;

    /// <summary>Pieces of evidence that one verification gives.</summary>
    public const int Evidence = 8;

    /// <summary>Claims that one piece of evidence vouches for, and checks that it rests on.</summary>
    public const int Claims = 40;

    /// <summary>One uploaded file, in bytes.</summary>
    public const int FileBytes = 10 * 1024 * 1024;

    /// <summary>The key of a sealed value.</summary>
    public const int StoreKey = 200;

    /// <summary>A sealed value.</summary>
    public const int StoreValue = 64 * 1024;

    internal static string Check(string value, int most, string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(value, name);
        return value.Length <= most ? value : throw new ArgumentException($"It has {value.Length} characters; {most} is the most.", name);
    }

    internal static IReadOnlyList<T> Check<T>(IReadOnlyList<T> items, int most, string name)
    {
        ArgumentNullException.ThrowIfNull(items, name);
        return items.Count <= most ? items : throw new ArgumentException($"There are {items.Count}; {most} is the most.", name);
    }

    internal static IReadOnlyDictionary<string, DateTimeOffset> Check(IReadOnlyDictionary<string, DateTimeOffset> times, string name)
    {
        ArgumentNullException.ThrowIfNull(times, name);
        if (times.Count > Fields)
            throw new ArgumentException($"There are {times.Count}; {Fields} is the most.", name);
        foreach (var key in times.Keys)
            Check(key, Name, name);
        return times;
    }

    internal static IReadOnlyDictionary<string, string> Check(IReadOnlyDictionary<string, string> values, int most, string name)
    {
        ArgumentNullException.ThrowIfNull(values, name);
        if (values.Count > most)
            throw new ArgumentException($"There are {values.Count}; {most} is the most.", name);
        foreach (var (key, value) in values)
        {
            Check(key, Name, name);
            if (value.Length > Value)
                throw new ArgumentException($"{key} has {value.Length} characters; {Value} is the most.", name);
        }
        return values;
    }
}
