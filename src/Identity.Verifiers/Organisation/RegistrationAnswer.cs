using System.Text.Json;
using System.Text.Json.Serialization;
using Identity.Verifiers.Records;

namespace Identity.Verifiers.Organisation;

/// <summary>What an organisation says of details that it is said to have given somebody.</summary>
internal abstract record RegistrationAnswer
{
    private RegistrationAnswer()
    {
    }

    /// <summary>It gave them to this person.</summary>
    /// <param name="Person">As its record has them.</param>
    /// <param name="Deceased">Whether the record says that they died.</param>
    internal sealed record Matched(RecordPerson Person, bool Deceased) : RegistrationAnswer;

    /// <summary>It gave them to nobody.</summary>
    internal sealed record NotMatched : RegistrationAnswer;

    /// <summary>No answer to that question.</summary>
    internal sealed record Unreadable : RegistrationAnswer;

    /// <summary>Reads it.</summary>
    /// <param name="json">What came.</param>
    public static RegistrationAnswer Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<Body>(json) switch
            {
                { IsMatched: false } => new NotMatched(),
                { IsMatched: true } body when body.Person() is { } person => new Matched(person, body.Deceased),
                _ => new Unreadable(),
            };
        }
        catch (JsonException)
        {
            return new Unreadable();
        }
    }

    private sealed record Body
    {
        [JsonPropertyName("matched")]
        public bool? IsMatched { get; init; }

        [JsonPropertyName("given_name")]
        public string? GivenName { get; init; }

        [JsonPropertyName("family_name")]
        public string? FamilyName { get; init; }

        [JsonPropertyName("birthdate")]
        public string? BirthDate { get; init; }

        [JsonPropertyName("nhs_number")]
        public string? Number { get; init; }

        [JsonPropertyName("address")]
        public string? Address { get; init; }

        [JsonPropertyName("deceased")]
        public bool Deceased { get; init; }

        // Details that are there and wrong make the whole answer one that is not understood.
        public RecordPerson? Person()
        {
            var (given, number) = (GivenName ?? "", NhsNumber.Read(Number));
            return given.Length <= RecordPerson.LongestName && FamilyName is { Length: > 0 and <= RecordPerson.LongestName }
                && BirthDate is not null && RecordPerson.IsDate(BirthDate) && (number is not null || Number is null)
                && (Address is null || RecordPerson.IsAddress(Address))
                ? new(given, FamilyName, BirthDate, number) { Address = Address }
                : null;
        }
    }
}
