namespace Identity.Domain.Verification.Levels;

/// <summary>Something that speaks against the owner of an account.</summary>
/// <param name="Id">The row.</param>
/// <param name="Code">What was found.</param>
/// <param name="At">When.</param>
/// <param name="Relieved">How much of its weight was made up for since.</param>
public sealed record HeldIndicator(Guid Id, string Code, DateTimeOffset At, int Relieved)
{
    /// <summary>How much it weighs at a time.</summary>
    public int WeightAt(DateTimeOffset now, IndicatorRules rules) =>
        rules.Of(Code) is var rule && now < At + rule.Life ? Math.Max(0, rule.Weight - Relieved) : 0;
}
