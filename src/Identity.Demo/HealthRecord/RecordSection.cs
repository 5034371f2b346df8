using System.Globalization;
using Identity.Demo.RecordsApi;

namespace Identity.Demo.HealthRecord;

/// <summary>One part of a record, as a person reads it.</summary>
internal sealed record RecordSection(string Id, string Title, IReadOnlyList<RecordEntry> Entries)
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public static IReadOnlyList<RecordSection> Of(CareRecord record) =>
    [
        new("medicines", "Medicines", [.. record.Medicines.Select(each => new RecordEntry(each.Name, each.Dose, $"Since {Show(each.Since)}"))]),
        new("immunisations", "Immunisations", [.. record.Immunisations.Select(each => new RecordEntry(each.Name, Show(each.Given), each.Place))]),
        new("allergies", "Allergies", [.. record.Allergies.Select(each => new RecordEntry(each.Name, each.Reaction, "Told to all who treat you"))]),
        .. record.HeartRates.Count == 0 ? Array.Empty<RecordSection>() :
        [
            new("heart-rate", "Heart rate", [.. record.HeartRates.Select(each => new RecordEntry($"{each.BeatsPerMinute} beats a minute", each.Taken.ToString("d MMMM yyyy, HH:mm:ss", English), "From your watch"))]),
        ],
        new("test-results", "Test results", [.. record.TestResults.Select(each => new RecordEntry(each.Name, $"{each.Value} on {Show(each.Taken)}", each.Meaning))]),
    ];

    public static string Show(DateOnly date) => date.ToString("d MMMM yyyy", English);
}

internal sealed record RecordEntry(string Name, string Text, string Aside);
