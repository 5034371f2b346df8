using System.Text.Json;

namespace Identity.Verifiers.RecordMatch;

/// <summary>The members of a FHIR R4 Bundle of Patients that decide whether it is a match.</summary>
internal sealed record FhirBundle
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, AllowDuplicateProperties = false };

    public string? ResourceType { get; init; }

    public string? Id { get; init; }

    public string? Type { get; init; }

    public int? Total { get; init; }

    public IReadOnlyList<FhirEntry?>? Entry { get; init; }

    /// <summary>Reads one.</summary>
    /// <returns>Null when it is none.</returns>
    public static FhirBundle? Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<FhirBundle>(json, Options) is { ResourceType: "Bundle" } bundle ? bundle : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

internal sealed record FhirEntry(FhirPatient? Resource, FhirSearch? Search);

internal sealed record FhirSearch(string? Mode, IReadOnlyList<FhirExtension?>? Extension);

internal sealed record FhirExtension(string? Url, string? ValueCode);

internal sealed record FhirPatient
{
    public string? ResourceType { get; init; }

    public bool? Active { get; init; }

    public IReadOnlyList<JsonElement>? ModifierExtension { get; init; }

    public IReadOnlyList<FhirIdentifier?>? Identifier { get; init; }

    public IReadOnlyList<FhirName?>? Name { get; init; }

    public string? BirthDate { get; init; }

    public bool? DeceasedBoolean { get; init; }

    public string? DeceasedDateTime { get; init; }

    public IReadOnlyList<FhirAddress?>? Address { get; init; }

    public IReadOnlyList<FhirLink?>? Link { get; init; }
}

internal sealed record FhirIdentifier(string? Use, string? System, string? Value);

internal sealed record FhirName(string? Use, string? Family, IReadOnlyList<string?>? Given);

internal sealed record FhirPeriod(string? End);

internal sealed record FhirAddress
{
    public string? Use { get; init; }

    public string? Type { get; init; }

    public IReadOnlyList<string?>? Line { get; init; }

    public string? City { get; init; }

    public string? District { get; init; }

    public string? State { get; init; }

    public string? PostalCode { get; init; }

    public string? Country { get; init; }

    public FhirPeriod? Period { get; init; }

    /// <summary>A line a line, as on a letter.</summary>
    public string Written => string.Join('\n', (Line ?? []).Append(City).Append(District).Append(State).Append(PostalCode).Append(Country)
        .Select(line => line?.Trim()).Where(line => line is { Length: > 0 }));
}

internal sealed record FhirLink(string? Type);
