namespace Identity.Demo.RecordsApi;

/// <summary>What <c>GET /records</c> answers; also what its client reads.</summary>
internal sealed record CareRecord(IReadOnlyList<Medicine> Medicines, IReadOnlyList<Immunisation> Immunisations, IReadOnlyList<Allergy> Allergies, IReadOnlyList<TestResult> TestResults)
{
    /// <summary>What the citizen's own devices sent, the newest first.</summary>
    public IReadOnlyList<HeartRate> HeartRates { get; init; } = [];
}

internal sealed record Medicine(string Name, string Dose, DateOnly Since);

internal sealed record Immunisation(string Name, DateOnly Given, string Place);

internal sealed record Allergy(string Name, string Reaction);

internal sealed record TestResult(string Name, DateOnly Taken, string Value, string Meaning);
