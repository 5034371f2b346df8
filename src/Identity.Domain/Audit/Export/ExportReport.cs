namespace Identity.Domain.Audit.Export;

/// <summary>What reading an export showed.</summary>
/// <param name="Links">Links that follow on one another.</param>
/// <param name="Sealed">Links that stand beneath a seal.</param>
/// <param name="Keys">RFC 7638-like fingerprints, SHA-256 of each public key, to be compared with what the issuer publishes.</param>
/// <param name="Faults">A line for each thing that does not hold.</param>
public sealed record ExportReport(long Links, long Sealed, IReadOnlyList<string> Keys, IReadOnlyList<string> Faults);
