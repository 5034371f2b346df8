namespace Identity.Web.Locales;

/// <summary>What has been read of one locale, before it is known whether it is whole.</summary>
internal sealed class LocaleDraft
{
    /// <summary>By key; null where the file holds one that cannot be used, which is a fault already told.</summary>
    public Dictionary<string, Pattern?> Messages { get; } = new(StringComparer.Ordinal);

    /// <summary>Rooms whose file cannot be read at all, which is told once and not again for each key.</summary>
    public HashSet<string> Unread { get; } = [];

    public bool MayLack(string key) => Unread.Contains(RoomOf(key));

    public static string RoomOf(string key) => key.Split('.')[0];

    public IReadOnlyDictionary<string, Pattern> Finish() => Messages
        .Where(message => message.Value is not null)
        .ToDictionary(message => message.Key, message => message.Value!); // Just filtered.
}
