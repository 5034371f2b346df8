using System.Runtime.Loader;
using System.Text.Json;
using Hl7.Fhir.Introspection;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;
using Hl7.Fhir.Validation;

namespace Identity.Verifiers.RecordMatch;

/// <summary>
/// FHIR R4 as JSON (§2.6.2), by the models of the Firely SDK. What they are made of is looked at once, when the first person is
/// matched: who starts a server does not wait for it. Safe for concurrent use.
/// </summary>
internal static class FhirJson
{
    private static readonly ModelInspector Model = Inspect();

    private static readonly BaseFhirJsonSerializer Serializer = new(Model);

    // Strict: an element that R4 does not have may be a modifier of a later version (§2.4.0.1), a code that it does not have may
    // mean anything, and an index that sends either is no witness. Extensions and profiles are of R4, whoever defined them.
    // Many write an empty array for none, which says nothing wrong. No narrative is ever shown.
    private static readonly BaseFhirJsonDeserializer Deserializer = new(Model, new DeserializerSettings()
        .UsingMode(DeserializationMode.Strict, NarrativeValidationKind.None)
        .Ignoring([FhirJsonException.ARRAYS_CANNOT_BE_EMPTY_CODE]));

    // The SDK does not see that a resource has two types, nor that something follows it.
    private static readonly JsonDocumentOptions Once = new() { AllowDuplicateProperties = false };

    /// <summary>Writes a resource.</summary>
    public static string Write(Resource resource) => Serializer.SerializeToString(resource);

    /// <summary>Reads a bundle of no more than 64 levels, System.Text.Json's own limit.</summary>
    /// <returns>Null when it is none, or not of FHIR R4 to the last element.</returns>
    public static Bundle? ReadBundle(string json)
    {
        try
        {
            using var wellFormed = JsonDocument.Parse(json, Once);
            return Deserializer.TryDeserializeResource(json, out var resource, out _) ? resource as Bundle : null;
        }
        // Besides what is no JSON, the SDK throws many kinds where a list or an object stands in the wrong place. It is only told
        // what somebody else sent, so whatever it throws says that this is no answer.
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return null;
        }
    }

    // The SDK loads its own assemblies by their names, and must find those that lie beside this one.
    private static ModelInspector Inspect()
    {
        using var beside = AssemblyLoadContext.EnterContextualReflection(typeof(FhirJson).Assembly);
        return ModelInfo.ModelInspector;
    }
}
