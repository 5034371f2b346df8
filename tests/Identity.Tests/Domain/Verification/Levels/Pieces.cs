using Identity.Domain.Verification.Levels;
using Identity.Sdk;

namespace Identity.Tests.Domain.Verification.Levels;

/// <summary>Evidence to judge: of one person, checked this morning, each piece another one.</summary>
internal static class Pieces
{
    public static readonly DateTimeOffset Now = new(2026, 6, 1, 9, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<string, string> Alice = new()
    {
        [ClaimNames.GivenName] = "Alice",
        [ClaimNames.FamilyName] = "Archer",
        [ClaimNames.BirthDate] = "1984-02-29",
    };

    public static HeldEvidence Of(EvidenceScores scores, string piece = "passport 1") => new()
    {
        Id = Guid.CreateVersion7(Now),
        Verifier = "simulated",
        Type = EvidenceType.Document,
        Kind = "passport",
        Piece = piece,
        Scores = scores,
        Checks = [new EvidenceCheck(CheckMethods.Data, "Passport Office", Now)],
        Claims = Alice,
        AddedAt = Now,
    };

    public static HeldEvidence Of(int strength, int validity, int activity = 0, int fraud = 0, int verification = 0, string piece = "passport 1") =>
        Of(new EvidenceScores(strength, validity, activity, fraud, verification), piece);

    public static HeldEvidence Saying(this HeldEvidence evidence, string claim, string? value)
    {
        var claims = new Dictionary<string, string>(evidence.Claims);
        if (value is null)
            claims.Remove(claim);
        else
            claims[claim] = value;
        return evidence with { Claims = claims };
    }

    public static HeldEvidence CheckedAt(this HeldEvidence evidence, DateTimeOffset at) =>
        evidence with { AddedAt = at, Checks = [.. evidence.Checks.Select(check => new EvidenceCheck(check.Method, check.By, at))] };

    public static Standing Judge(string framework, params IReadOnlyList<HeldEvidence> evidence) => Judge(framework, Now, [], evidence);

    public static Standing Judge(string framework, DateTimeOffset now, IReadOnlyList<HeldIndicator> indicators, IReadOnlyList<HeldEvidence> evidence) =>
        EvidencePolicy.Judge(LevelsReader.Default, LevelsReader.Default.Frameworks[framework], evidence, indicators, now);
}
