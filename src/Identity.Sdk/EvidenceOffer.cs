namespace Identity.Sdk;

/// <summary>A kind of evidence that a verifier can give.</summary>
/// <param name="Type">What it is.</param>
/// <param name="Most">The highest score of each kind that it ever has.</param>
public sealed record EvidenceOffer(EvidenceType Type, EvidenceScores Most);
