namespace Identity.ArchitectureTests;

/// <summary>A rule of the house, and what it says of those who break it.</summary>
/// <param name="Name">The rule, in words.</param>
/// <param name="Find">A line for each breach: the type, then why.</param>
internal sealed record Rule(string Name, Func<House, IEnumerable<Breach>> Find)
{
    /// <summary>Types in <paramref name="rooms"/> know nothing whose name begins with one of <paramref name="forbidden"/>.</summary>
    public static Rule Blind(string name, Func<House, IEnumerable<Inhabitant>> rooms, Func<House, string[]> forbidden) => new(name, house =>
        from type in rooms(house)
        from known in type.Knows
        where forbidden(house).Any(place => House.IsIn(known, place))
        select new Breach(type.Name, $"knows {known}"));
}

internal sealed record Breach(string Type, string Why)
{
    public override string ToString() => $"{Type} {Why}";
}

/// <summary>Says which rule a planted type breaks. A planted type without it breaks none.</summary>
[AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
internal sealed class BreaksAttribute(string rule) : Attribute
{
    public string Rule => rule;
}
