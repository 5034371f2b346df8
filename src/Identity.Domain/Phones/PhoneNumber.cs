namespace Identity.Domain.Phones;

/// <summary>A telephone number that a code can be sent to (ITU-T E.164). Two are equal when they reach the same telephone.</summary>
/// <param name="E164">As it is stored and dialled: <c>+447700900123</c>.</param>
/// <param name="TakesTexts">Whether it can be sent text messages; a landline is called.</param>
public sealed record PhoneNumber(string E164, bool TakesTexts)
{
    /// <summary>The longest in E.164, with its plus.</summary>
    public const int Longest = 16;

    private const int Shown = 3;

    /// <summary>Its last figures, by which its owner knows it and nobody else does.</summary>
    public string Ending => E164[^Shown..];

    /// <summary>The numbers that lie beside it, of which whoever earns by messages takes many: all but its last three figures.</summary>
    internal string Range => E164[..^Shown];

    /// <summary>The country it belongs to, by its ISO 3166 code.</summary>
    public string Country => PhoneReader.CountryOf(E164);

    /// <summary>Never the number: this text may find its way into a log.</summary>
    public override string ToString() => nameof(PhoneNumber);
}
