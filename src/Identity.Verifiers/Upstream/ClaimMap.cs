using System.Globalization;
using System.Text.Json;
using Identity.Sdk;

namespace Identity.Verifiers.Upstream;

/// <summary>Which of their claims become ours.</summary>
internal sealed class ClaimMap
{
    private const int LongestName = 200;

    /// <summary>What can be had of another provider, in the order in which people are told.</summary>
    public static readonly IReadOnlyList<string> Possible =
        [ClaimNames.GivenName, ClaimNames.FamilyName, ClaimNames.BirthDate, ClaimNames.Address, ClaimNames.PhoneNumber, ClaimNames.Email, ClaimNames.NhsNumber];

    private static readonly string[] Usual = [ClaimNames.GivenName, ClaimNames.FamilyName, ClaimNames.BirthDate];

    private readonly Dictionary<string, string> _theirs;

    private ClaimMap(Dictionary<string, string> theirs) => _theirs = theirs;

    /// <summary>Ours, in the order above.</summary>
    public IReadOnlyList<string> Ours => [.. Possible.Where(_theirs.ContainsKey)];

    /// <summary>What they call them.</summary>
    public IReadOnlyList<string> Theirs => [.. Ours.Select(claim => _theirs[claim])];

    /// <summary>Reads the section <c>Claims</c>: by the name of ours, the name of theirs. Name and birth date are read by their own names where nothing else is said.</summary>
    public static ClaimMap Read(VerifierSettings settings)
    {
        foreach (var unknown in settings.Names("").Except(Possible))
            settings.Fault(unknown, $"is none of ours: write one of {string.Join(", ", Possible)}.");
        var theirs = Possible.ToDictionary(claim => claim, claim => settings.Text(claim, Usual.Contains(claim) ? claim : ""));
        foreach (var (claim, _) in theirs.Where(pair => pair.Value.Length > LongestName))
            settings.Fault(claim, $"is longer than {LongestName} characters: write the name of a claim.");
        return new(theirs.Where(pair => pair.Value.Length > 0).ToDictionary());
    }

    /// <summary>Reads what they said.</summary>
    /// <param name="sources">Where to look: the first that has a claim is believed.</param>
    /// <param name="today">The day.</param>
    /// <exception cref="UpstreamFault">Name or birth date is not among it: nobody can tell whose it is.</exception>
    public Dictionary<string, string> Of(IEnumerable<JsonElement> sources, DateOnly today)
    {
        var all = sources.ToList();
        var claims = _theirs.Select(pair => (pair.Key, Value: all.Select(source => Read(source, pair.Value)).FirstOrDefault(value => value is not null)))
            .Where(pair => pair.Value is not null).ToDictionary(pair => pair.Key, pair => pair.Value!); // Filtered just before.
        // OpenID Connect Core §5.1: a birth date can be a year alone, or a day without a year. Neither tells people apart.
        if (!claims.TryGetValue(ClaimNames.BirthDate, out var born) || !DateOnly.TryParseExact(born, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) || date > today)
            throw UpstreamFault.TooLittle("claims");
        return claims.ContainsKey(ClaimNames.GivenName) || claims.ContainsKey(ClaimNames.FamilyName) ? claims : throw UpstreamFault.TooLittle("claims");
    }

    private static string? Read(JsonElement source, string name)
    {
        // OpenID Connect Core §5.1.1: an address is an object, with all of it in one member.
        var text = source.TryGetProperty(name, out var found) && found.ValueKind is JsonValueKind.Object ? Json.Text(found, "formatted") : Json.Text(source, name);
        return text?.Trim() is { Length: > 0 and <= SdkLimits.Value } value ? value : null;
    }
}
