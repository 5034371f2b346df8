using Identity.Verifiers.Records;

namespace Identity.Verifiers.RecordMatch;

/// <summary>What <c>Patient/$match</c> answered (FHIR R4, operation patient-match).</summary>
internal abstract record MatchAnswer
{
    private const string MatchGrade = "http://hl7.org/fhir/StructureDefinition/match-grade";

    // FHIR R4 §2.24.0.1: the data type id.
    private const int LongestId = 64;

    private MatchAnswer()
    {
    }

    /// <summary>One record, certainly, and it says what the person says.</summary>
    /// <param name="Person">As the record has them.</param>
    /// <param name="Deceased">Whether the record says that they died.</param>
    /// <param name="Transaction">By what the organisation finds the answer again.</param>
    internal sealed record Matched(RecordPerson Person, bool Deceased, string? Transaction) : MatchAnswer;

    /// <summary>None, several, one that is not certain, or one that says something else.</summary>
    internal sealed record NotMatched : MatchAnswer;

    /// <summary>No answer to that question.</summary>
    internal sealed record Unreadable : MatchAnswer;

    /// <summary>Reads it.</summary>
    /// <param name="json">What came.</param>
    /// <param name="claimed">What was asked.</param>
    public static MatchAnswer Read(string json, RecordPerson claimed)
    {
        if (FhirBundle.Read(json) is not { Type: "searchset" } bundle)
            return new Unreadable();
        // FHIR R4 §3.1.1.4: an entry of the mode "outcome" says how the search went and is no match.
        var entries = (bundle.Entry ?? []).Where(entry => entry?.Search?.Mode is not "outcome").ToList();
        // FHIR R4 §2.4.0.1: a modifier that is not understood may turn what it is on into its opposite.
        if (entries.Any(entry => entry?.Resource is not { ResourceType: "Patient", ModifierExtension: null or { Count: 0 } }))
            return new Unreadable();
        if (entries is not [{ Resource: { } found, Search: var search }] || bundle.Total > 1)
            return new NotMatched();
        return Grade(search) == "certain" && IsCurrent(found) && Of(found, claimed) is { } person
            ? new Matched(person, found.DeceasedBoolean is true || found.DeceasedDateTime is not null, bundle.Id is { Length: > 0 and <= LongestId } id ? id : null)
            : new NotMatched();
    }

    private static string? Grade(FhirSearch? search) => search?.Extension?.FirstOrDefault(extension => extension?.Url == MatchGrade)?.ValueCode;

    private static bool IsCurrent(FhirPatient patient) => patient.Active is not false && (patient.Link ?? []).All(link => link?.Type is not "replaced-by");

    private static RecordPerson? Of(FhirPatient patient, RecordPerson claimed)
    {
        var name = patient.Name?.FirstOrDefault(name => IsUsed(name) && RecordPerson.IsSameName(name?.Family ?? "", claimed.FamilyName));
        if (name is not { Family: { Length: > 0 and <= RecordPerson.LongestName } family } || patient.BirthDate != claimed.BirthDate || patient.Identifier?.Any(IsClaimed) is not true)
            return null;
        var given = string.Join(' ', name.Given ?? []);
        return given.Length <= RecordPerson.LongestName ? new(given, family, claimed.BirthDate, claimed.NhsNumber) { Address = Home(patient) } : null;

        bool IsClaimed(FhirIdentifier? identifier) => identifier is { System: NhsNumber.FhirSystem, Use: not "old" } && identifier.Value == claimed.NhsNumber;
    }

    // FHIR R4 §2.24.0.13: where they live now, by its use. Of two nobody can say which it is.
    private static string? Home(FhirPatient patient) =>
        (patient.Address ?? []).Where(address => address is { Use: "home", Type: not "postal", Period: null or { End: null } }).ToList() is [{ } home] && RecordPerson.IsAddress(home.Written)
            ? home.Written
            : null;

    // A name somebody had before is not one that evidence may vouch for.
    private static bool IsUsed(FhirName? name) => name is { Use: null or "official" or "usual" };
}
