using System.Text.Json;
using Identity.Verifiers.Records;

namespace Identity.Verifiers.RecordMatch;

/// <summary>The question of <c>Patient/$match</c> (FHIR R4, operation patient-match).</summary>
internal static class MatchRequest
{
    // Two are enough to see that there is more than one.
    private const int Count = 2;

    public static string Write(RecordPerson claimed) => JsonSerializer.Serialize(new
    {
        resourceType = "Parameters",
        parameter = new object[]
        {
            new { name = "resource", resource = Patient(claimed) },
            new { name = "onlyCertainMatches", valueBoolean = true },
            new { name = "count", valueInteger = Count },
        },
    });

    private static Dictionary<string, object> Patient(RecordPerson claimed) => new()
    {
        ["resourceType"] = "Patient",
        ["identifier"] = new[] { new { system = NhsNumber.FhirSystem, value = claimed.NhsNumber } },
        ["name"] = new[] { Name(claimed) },
        ["birthDate"] = claimed.BirthDate,
    };

    // FHIR R4 §2.6.2: an array is never empty, so that who has one name has no given names.
    private static Dictionary<string, object> Name(RecordPerson claimed) =>
        claimed.GivenName.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } given
            ? new() { ["family"] = claimed.FamilyName, ["given"] = given }
            : new() { ["family"] = claimed.FamilyName };
}
