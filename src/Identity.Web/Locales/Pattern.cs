namespace Identity.Web.Locales;

/// <summary>
/// A message as it stands in a locale file: words, <c>{placeholders}</c>, <c>**strong words**</c> and
/// <c>[words of a link](placeholder)</c>. It holds no HTML, so a translator can break no page.
/// </summary>
internal sealed record Pattern(string Source, IReadOnlyList<Pattern.Part> Parts)
{
    internal abstract record Part;

    internal sealed record Words(string Value) : Part;

    internal sealed record Placeholder(string Name) : Part;

    internal sealed record Strong(IReadOnlyList<Part> Inner) : Part;

    internal sealed record Link(IReadOnlyList<Part> Inner, string Target) : Part;

    /// <summary>Every name the message asks for, links among them, in order of the alphabet.</summary>
    public IReadOnlyList<string> Names { get; } = [.. NamesIn(Parts).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The same with what each is for, <c>{name}</c> or <c>[…](name)</c>: a translation has the ones of the original.</summary>
    public IReadOnlyList<string> Slots { get; } = [.. SlotsIn(Parts).Distinct().Order(StringComparer.Ordinal)];

    /// <exception cref="FormatException">A bracket, a brace or a pair of stars is left open.</exception>
    public static Pattern Parse(string source) => new(source, new PatternParser(source).Parse());

    private static IEnumerable<string> NamesIn(IEnumerable<Part> parts) => parts.SelectMany(part => part switch
    {
        Placeholder placeholder => [placeholder.Name],
        Strong strong => NamesIn(strong.Inner),
        Link link => NamesIn(link.Inner).Append(link.Target),
        _ => [],
    });

    private static IEnumerable<string> SlotsIn(IEnumerable<Part> parts) => parts.SelectMany(part => part switch
    {
        Placeholder placeholder => [$"{{{placeholder.Name}}}"],
        Strong strong => SlotsIn(strong.Inner),
        Link link => SlotsIn(link.Inner).Append($"[…]({link.Target})"),
        _ => [],
    });
}
