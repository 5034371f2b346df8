namespace Identity.Domain.Audit;

/// <summary>What a verification found.</summary>
/// <param name="Links">Links that hold.</param>
/// <param name="LastSeal">The newest seal; kept elsewhere, it shows that later seals were dropped with all they held.</param>
/// <param name="Faults">A line for each chain or seal that does not hold.</param>
public sealed record AuditReport(long Links, LastSeal? LastSeal, IReadOnlyList<string> Faults);

/// <param name="Number">Its number; the first seal is 1.</param>
/// <param name="Root">Its root, in hexadecimal.</param>
public sealed record LastSeal(long Number, string Root);
