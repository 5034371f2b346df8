using System.Globalization;
using Identity.Sdk;

namespace Identity.Verifiers.Records;

/// <summary>Somebody as they say they are, or as a record has them.</summary>
/// <param name="GivenName">Empty for who has one name.</param>
/// <param name="FamilyName">The family name, or the only one.</param>
/// <param name="BirthDate">As <c>YYYY-MM-DD</c>.</param>
/// <param name="NhsNumber">Ten digits; null when it is not known.</param>
internal sealed record RecordPerson(string GivenName, string FamilyName, string BirthDate, string? NhsNumber)
{
    /// <summary>The longest name there is room for.</summary>
    public const int LongestName = 200;

    private const int LongestAddress = 500;
    private const int MostLines = 8;

    private const CompareOptions Alike = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace | CompareOptions.IgnoreSymbols | CompareOptions.IgnoreWidth;

    /// <summary>Where they live, a line a line; null when it is not known.</summary>
    public string? Address { get; init; }

    /// <summary>What evidence of them vouches for.</summary>
    public IReadOnlyDictionary<string, string> Claims => new Dictionary<string, string>
    {
        [ClaimNames.GivenName] = GivenName,
        [ClaimNames.FamilyName] = FamilyName,
        [ClaimNames.BirthDate] = BirthDate,
        [ClaimNames.NhsNumber] = NhsNumber ?? "",
        [ClaimNames.Address] = Address ?? "",
    }.Where(claim => claim.Value.Length > 0).ToDictionary();

    /// <summary>Whether two records write one name: capitals, accents, hyphens and apostrophes do not matter.</summary>
    public static bool IsSameName(string one, string other) => CultureInfo.InvariantCulture.CompareInfo.Compare(one, other, Alike) == 0;

    /// <summary>Whether it is an address that fits on a letter.</summary>
    public static bool IsAddress(string text) => text.Length is > 0 and <= LongestAddress && text.Split('\n') is { Length: <= MostLines } lines
        && lines.All(line => !string.IsNullOrWhiteSpace(line) && !line.Any(char.IsControl));

    /// <summary>Whether it is a whole date.</summary>
    public static bool IsDate(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>Nothing of them: this text may find its way into a log.</summary>
    public override string ToString() => nameof(RecordPerson);
}
