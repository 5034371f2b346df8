using System.Text.Json;
using System.Text.Json.Serialization;

namespace Identity.Domain.Accounts;

/// <summary>A postal address with the members of OpenID Connect Core §5.1.1.</summary>
public sealed record PostalAddress
{
    /// <summary>The longest line.</summary>
    public const int MostCharacters = 60;

    private const int MostStreetLines = 4;

    private static readonly JsonSerializerOptions Json = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>The whole address, a line a line, as written on a letter.</summary>
    [JsonPropertyName("formatted")]
    public string? Formatted { get; init; }

    /// <summary>House and street.</summary>
    [JsonPropertyName("street_address")]
    public string? StreetAddress { get; init; }

    /// <summary>Town.</summary>
    [JsonPropertyName("locality")]
    public string? Locality { get; init; }

    /// <summary>County or state.</summary>
    [JsonPropertyName("region")]
    public string? Region { get; init; }

    /// <summary>Postcode.</summary>
    [JsonPropertyName("postal_code")]
    public string? PostalCode { get; init; }

    /// <summary>Country.</summary>
    [JsonPropertyName("country")]
    public string? Country { get; init; }

    /// <summary>Reads what was typed: a house and street of one line to four, a town and a postcode.</summary>
    public static PostalAddressReading FromTyped(string? street, string? town, string? postcode)
    {
        var (lines, place, code) = (StreetLines(street), Line(town), Line(postcode));
        return lines is null || place is null || code is null
            ? new PostalAddressReading.Refused(lines is null, place is null, code is null)
            : new PostalAddressReading.Read(new PostalAddress { StreetAddress = lines, Locality = place, PostalCode = code.ToUpperInvariant() });
    }

    /// <summary>The claim <c>address</c>.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>As it is written on a letter: a name and the address, a line a line; null when there is none.</summary>
    public string? OnLetter(string? name)
    {
        var written = (Formatted?.ReplaceLineEndings("\n").Split('\n') ?? Lines()).Select(line => line?.Trim()).OfType<string>().Where(line => line.Length > 0).ToList();
        return written.Count == 0 ? null : string.Join('\n', name is null ? written : written.Prepend(name));
    }

    private IEnumerable<string?> Lines() => [.. StreetAddress?.ReplaceLineEndings("\n").Split('\n') ?? [], Locality, Region, PostalCode, Country];

    private static string? StreetLines(string? typed)
    {
        if (typed is null or { Length: > MostStreetLines * MostCharacters * 4 })
            return null;
        var lines = typed.ReplaceLineEndings("\n").Split('\n').Where(line => !string.IsNullOrWhiteSpace(line)).Select(Line).ToList();
        return lines.Count is > 0 and <= MostStreetLines && lines.All(line => line is not null) ? string.Join('\n', lines) : null;
    }

    // A line of a letter is what fits in its window.
    private static string? Line(string? typed) =>
        typed is { Length: <= MostCharacters * 4 } && UnicodeText.TryNormalize(typed.Trim(), out var text) && text.Length is > 0 and <= MostCharacters && !text.Any(char.IsControl) ? text : null;

    internal static PostalAddress? FromJson(string? json) =>
        json is null ? null : JsonSerializer.Deserialize<PostalAddress>(json, Json);

    /// <summary>Never the address: this text may find its way into a log.</summary>
    public override string ToString() => nameof(PostalAddress);
}
