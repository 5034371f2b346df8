using Hl7.Fhir.Model;
using Identity.Verifiers.Records;

namespace Identity.Verifiers.RecordMatch;

/// <summary>The question of <c>Patient/$match</c> (FHIR R4, operation patient-match).</summary>
internal static class MatchRequest
{
    // Two are enough to see that there is more than one.
    private const int Count = 2;

    public static string Write(RecordPerson claimed) => FhirJson.Write(new Parameters()
        .Add("resource", Patient(claimed))
        .Add("onlyCertainMatches", new FhirBoolean(true))
        .Add("count", new Integer(Count)));

    private static Patient Patient(RecordPerson claimed) => new()
    {
        Identifier = [new(NhsNumber.FhirSystem, claimed.NhsNumber)],
        Name = [new() { Family = claimed.FamilyName, Given = claimed.GivenName.Split(' ', StringSplitOptions.RemoveEmptyEntries) }],
        BirthDate = claimed.BirthDate,
    };
}
