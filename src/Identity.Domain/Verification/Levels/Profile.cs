using Identity.Sdk;

namespace Identity.Domain.Verification.Levels;

/// <summary>What GPG 45 calls an identity profile: the pieces of evidence and the scores that together reach a level.</summary>
/// <param name="Name">Such as <c>M1B</c>.</param>
/// <param name="Pieces">What each piece of evidence has to be: strength and validity.</param>
/// <param name="Activity">The least activity score.</param>
/// <param name="Fraud">The least fraud score.</param>
/// <param name="Verification">The least verification score.</param>
public sealed record Profile(string Name, IReadOnlyList<ProfilePiece> Pieces, int Activity, int Fraud, int Verification)
{
    /// <summary>Checks that have to have been made: of each group one.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Methods { get; init; } = [];

    /// <summary>What each piece has to be; anything when empty.</summary>
    public IReadOnlyList<EvidenceType> Types { get; init; } = [];
}

/// <summary>One piece of evidence of a profile.</summary>
/// <param name="Strength">The least strength.</param>
/// <param name="Validity">The least validity, of the same piece.</param>
public sealed record ProfilePiece(int Strength, int Validity);
