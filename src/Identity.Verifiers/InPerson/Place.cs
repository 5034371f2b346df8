using Identity.Sdk;

namespace Identity.Verifiers.InPerson;

/// <summary>Where a person can be seen, as the operator writes it.</summary>
/// <param name="Choice">By what it is chosen.</param>
/// <param name="English">Its words in English.</param>
/// <param name="Welsh">Its words in Welsh: what is not written in Welsh is as in English.</param>
internal sealed record Place(string Choice, PlaceWords English, PlaceWords Welsh)
{
    private const string Key = "Places";
    private const int Most = 50;
    private const int LongestKey = 32;

    /// <summary>Reads the section <c>Places</c>: below a key of its own each has <c>Name</c>, <c>Address</c>, <c>Hours</c>, and the same below <c>Welsh</c>.</summary>
    public static IReadOnlyList<Place> ReadAll(VerifierSettings settings)
    {
        var keys = settings.Names(Key);
        if (keys.Count > Most)
            settings.Fault(Key, $"has {keys.Count} places: {Most} are the most that somebody can choose from.");
        foreach (var key in keys.Where(key => key.Length > LongestKey))
            settings.Fault($"{Key}:{key}", $"is a name of more than {LongestKey} characters: shorten it.");
        return [.. keys.Select(key => Read($"at-{key}", settings.Section($"{Key}:{key}")))];
    }

    private static Place Read(string choice, VerifierSettings settings)
    {
        PlaceWords english = new(settings.Required("Name"), settings.Required("Address"), settings.Required("Hours"));
        var welsh = settings.Section("Welsh");
        return new(choice, english.Checked(settings), new PlaceWords(welsh.Text("Name", english.Name), welsh.Text("Address", english.Address), welsh.Text("Hours", english.Hours)).Checked(welsh));
    }
}

/// <summary>A place in one language.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Address">On one line.</param>
/// <param name="Hours">When somebody is there, in plain words.</param>
internal sealed record PlaceWords(string Name, string Address, string Hours)
{
    private const int Longest = 200;

    /// <summary>Faults what is too long to be one of many to choose from.</summary>
    public PlaceWords Checked(VerifierSettings settings)
    {
        foreach (var (key, value) in new[] { (nameof(Name), Name), (nameof(Address), Address), (nameof(Hours), Hours) })
        {
            if (value.Length > Longest)
                settings.Fault(key, $"is longer than {Longest} characters: write less.");
        }

        return this;
    }
}
