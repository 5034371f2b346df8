using Hl7.Fhir.Model;
using Identity.Verifiers.Records;

namespace Identity.Verifiers.RecordMatch;

/// <summary>What <c>Patient/$match</c> answered (FHIR R4, operation patient-match).</summary>
internal abstract record MatchAnswer
{
    private const string MatchGrade = "http://hl7.org/fhir/StructureDefinition/match-grade";

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
        if (FhirJson.ReadBundle(json) is not { Type: Bundle.BundleType.Searchset, ImplicitRules: null } bundle)
            return new Unreadable();
        // FHIR R4 §3.1.1.4: an entry of the mode "outcome" says how the search went and is no match.
        var entries = bundle.Entry.Where(entry => entry.Search?.Mode is not Bundle.SearchEntryMode.Outcome).ToList();
        if (entries.Any(entry => entry.Resource is not Patient patient || IsModified(entry, patient)))
            return new Unreadable();
        if (entries is not [{ Resource: Patient found, Search: var search }] || bundle.Total > 1)
            return new NotMatched();
        return IsCertain(search) && IsCurrent(found) && Of(found, claimed) is { } person
            ? new Matched(person, found.Deceased is FhirBoolean { Value: true } or FhirDateTime, bundle.Id)
            : new NotMatched();
    }

    // FHIR R4 §2.4.0.1: a modifier that is not understood may turn what it is on into its opposite; §2.3.0.1: so may rules.
    private static bool IsModified(Bundle.EntryComponent entry, Patient patient) => patient.ImplicitRules is not null
        || patient.ModifierExtension.Count > 0 || entry.ModifierExtension.Count > 0 || entry.Search?.ModifierExtension.Count > 0
        || patient.Link.Any(link => link.ModifierExtension.Count > 0);

    private static bool IsCertain(Bundle.SearchComponent? search) =>
        (search?.Extension ?? []).Where(extension => extension.Url == MatchGrade).ToList() is [{ Value: Code { Value: "certain" } }];

    private static bool IsCurrent(Patient patient) => patient.Active is not false && patient.Link.All(link => link.Type is not Patient.LinkType.ReplacedBy);

    private static RecordPerson? Of(Patient patient, RecordPerson claimed)
    {
        var name = patient.Name.FirstOrDefault(name => IsUsed(name) && RecordPerson.IsSameName(name.Family ?? "", claimed.FamilyName));
        if (name is not { Family: { Length: > 0 and <= RecordPerson.LongestName } family } || patient.BirthDate != claimed.BirthDate || !patient.Identifier.Any(IsClaimed))
            return null;
        var given = string.Join(' ', name.Given.Where(part => part is { Length: > 0 }));
        return given.Length <= RecordPerson.LongestName ? new(given, family, claimed.BirthDate, claimed.NhsNumber) { Address = Home(patient) } : null;

        bool IsClaimed(Identifier identifier) => identifier is { System: NhsNumber.FhirSystem, Use: not Identifier.IdentifierUse.Old } && identifier.Value == claimed.NhsNumber;
    }

    // FHIR R4 §2.24.0.13: where they live now, by its use. Of two nobody can say which it is.
    private static string? Home(Patient patient) => patient.Address.Where(IsHome).ToList() is [var home] && Written(home) is var written && RecordPerson.IsAddress(written) ? written : null;

    private static bool IsHome(Address address) => address is { Use: Address.AddressUse.Home, Type: not Address.AddressType.Postal, Period: null or { End: null } };

    // A line a line, as on a letter.
    private static string Written(Address address) => string.Join('\n', address.Line
        .Append(address.City).Append(address.District).Append(address.State).Append(address.PostalCode).Append(address.Country)
        .Select(line => line?.Trim()).Where(line => line is { Length: > 0 }));

    // A name somebody had before is not one that evidence may vouch for.
    private static bool IsUsed(HumanName name) => name is { Use: null or HumanName.NameUse.Official or HumanName.NameUse.Usual };
}
