namespace Identity.Domain.Verification.Levels;

/// <summary>What weighs how much against a person.</summary>
/// <param name="Kinds">By code.</param>
/// <param name="Unknown">For a code that is not among them.</param>
public sealed record IndicatorRules(IReadOnlyDictionary<string, IndicatorRule> Kinds, IndicatorRule Unknown)
{
    public IndicatorRule Of(string code) => Kinds.GetValueOrDefault(code) ?? Unknown;
}

/// <summary>One thing that speaks against a person.</summary>
/// <param name="Weight">How much.</param>
/// <param name="Life">How long after it was found.</param>
/// <param name="Relief">What takes it away.</param>
public sealed record IndicatorRule(int Weight, TimeSpan Life, IReadOnlyList<ReliefRule> Relief)
{
    /// <summary>How much of it a check takes away.</summary>
    /// <param name="methods">How evidence was checked, after this was found.</param>
    public int ReliefBy(IEnumerable<string> methods)
    {
        var made = methods.ToHashSet(StringComparer.Ordinal);
        return Relief.Where(relief => relief.Methods.Any(made.Contains)).Select(relief => relief.Weight).DefaultIfEmpty(0).Max();
    }
}

/// <summary>A check that makes up for something.</summary>
/// <param name="Methods">Any of these (<c>check_method</c>).</param>
/// <param name="Weight">How much it takes away.</param>
public sealed record ReliefRule(IReadOnlyList<string> Methods, int Weight);
