using System.Text.Json;
using System.Text.Json.Nodes;

namespace Identity.Tests.Verifiers.RecordMatch;

/// <summary>What an index of citizens may answer, written by hand.</summary>
internal static class FhirAnswers
{
    /// <summary>One match that is certain: Alice Archer, as she is asked for.</summary>
    public const string Certain =
        """
        {
          "resourceType": "Bundle", "id": "b1", "type": "searchset", "total": 1,
          "entry": [{
            "fullUrl": "https://index.example/Patient/1",
            "resource": {
              "resourceType": "Patient", "id": "1", "active": true,
              "meta": { "profile": ["https://fhir.hl7.org.uk/StructureDefinition/UKCore-Patient"] },
              "extension": [{ "url": "https://index.example/surgery", "valueString": "A10001" }],
              "identifier": [{ "system": "https://fhir.nhs.uk/Id/nhs-number", "value": "9434765919" }],
              "name": [
                { "use": "maiden", "family": "Baker", "given": ["Alice"] },
                { "use": "official", "family": "ARCHER", "given": ["Alice", "Jane"] }
              ],
              "birthDate": "1984-02-29"
            },
            "search": { "extension": [{ "url": "http://hl7.org/fhir/StructureDefinition/match-grade", "valueCode": "certain" }], "mode": "match", "score": 1 }
          }]
        }
        """;

    /// <summary>The same with one thing changed.</summary>
    public static string Broken(string what)
    {
        var bundle = JsonNode.Parse(Certain)!.AsObject(); // It is written above.
        var entries = bundle["entry"]!.AsArray();
        var entry = entries[0]!;
        var patient = entry["resource"]!;
        switch (what)
        {
            case "none":
                entries.Clear();
                bundle["total"] = 0;
                break;
            case "two":
                entries.Add(entry.DeepClone());
                bundle["total"] = 2;
                break;
            case "more-elsewhere":
                bundle["total"] = 3;
                break;
            case "probable":
                entry["search"]!["extension"]![0]!["valueCode"] = "probable";
                break;
            case "graded-twice":
                entry["search"]!["extension"]!.AsArray().Add(JsonNode.Parse("""{ "url": "http://hl7.org/fhir/StructureDefinition/match-grade", "valueCode": "probable" }"""));
                break;
            case "ungraded":
                entry["search"]!.AsObject().Remove("extension");
                break;
            case "other-birthdate":
                patient["birthDate"] = "1984-02-28";
                break;
            case "other-family-name":
                patient["name"]![1]!["family"] = "Archers";
                break;
            case "name-before":
                patient["name"]![1]!["use"] = "old";
                break;
            case "other-number":
                patient["identifier"]![0]!["value"] = "9876543210";
                break;
            case "number-before":
                patient["identifier"]![0]!["use"] = "old";
                break;
            case "number-of-another-system":
                patient["identifier"]![0]!["system"] = "https://index.example/number";
                break;
            case "inactive":
                patient["active"] = false;
                break;
            case "replaced":
                patient["link"] = JsonNode.Parse("""[{ "other": { "reference": "Patient/2" }, "type": "replaced-by" }]""");
                break;
            case "batch":
                bundle["type"] = "batch-response";
                break;
            case "practitioner":
                patient["resourceType"] = "Practitioner";
                break;
            case "modified":
                patient["modifierExtension"] = Modifier();
                break;
            case "modified-entry":
                entry["modifierExtension"] = Modifier();
                break;
            case "modified-search":
                entry["search"]!["modifierExtension"] = Modifier();
                break;
            case "modified-link":
                patient["link"] = new JsonArray(new JsonObject { ["modifierExtension"] = Modifier(), ["other"] = new JsonObject { ["reference"] = "Patient/2" }, ["type"] = "seealso" });
                break;
            case "by-rules":
                patient["implicitRules"] = "https://index.example/rules";
                break;
            case "bundle-by-rules":
                bundle["implicitRules"] = "https://index.example/rules";
                break;
            case "patient-alone":
                return patient.ToJsonString();
            case "nothing-in-it":
                entries[0] = null;
                break;
            case "with-outcome":
                entries.Add(JsonNode.Parse("""{ "resource": { "resourceType": "OperationOutcome", "issue": [{ "severity": "information", "code": "informational" }] }, "search": { "mode": "outcome" } }"""));
                break;
            case "deceased":
                patient["deceasedBoolean"] = true;
                break;
            case "deceased-on":
                patient["deceasedDateTime"] = "2020-01-01";
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(what), what, null);
        }

        return bundle.ToJsonString(new JsonSerializerOptions { WriteIndented = true });
    }

    private static JsonArray Modifier() => [JsonNode.Parse("""{ "url": "https://index.example/not", "valueBoolean": true }""")];
}
