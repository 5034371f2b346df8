using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Identity.Domain.Verification.Levels;
using Identity.Sdk;
using Identity.Testing;

namespace Identity.Tests.Domain.Verification.Levels;

/// <summary>What holds of every set of evidence of one person.</summary>
[Spec("GPG 45", "identity profiles")]
[Properties(Arbitrary = [typeof(Evidences)], MaxTest = 300)]
public sealed class EvidencePolicyProperties
{
    private static readonly string[] Frameworks = ["gpg45", "onelogin", "eidas", "nist", "nhs"];

    [Property]
    public void More_evidence_is_never_less(List<HeldEvidence> evidence, HeldEvidence more) => Assert.All(Frameworks,
        framework => Assert.True(Rank(framework, [.. evidence, more]) >= Rank(framework, evidence)));

    [Property]
    public void A_better_score_is_never_less(List<HeldEvidence> evidence, HeldEvidence item, NonNegativeInt which) => Assert.All(Frameworks,
        framework => Assert.True(Rank(framework, [.. evidence, item with { Scores = Better(item.Scores, which.Get % 5) }]) >= Rank(framework, [.. evidence, item])));

    [Property]
    public void The_order_in_which_evidence_came_says_nothing(List<HeldEvidence> evidence) => Assert.All(Frameworks,
        framework => Assert.Equal(Rank(framework, evidence), Rank(framework, [.. Enumerable.Reverse(evidence)])));

    [Property]
    public void Time_alone_never_raises_a_level(List<HeldEvidence> evidence, NonNegativeInt days) => Assert.All(Frameworks,
        framework => Assert.True(Rank(framework, evidence, Pieces.Now.AddDays(days.Get * 100)) <= Rank(framework, evidence)));

    [Property]
    public void A_level_lasts_until_it_says(List<HeldEvidence> evidence) => Assert.All(Frameworks, framework =>
    {
        var granted = Pieces.Judge(framework, evidence).Granted;
        if (granted?.Until is not { } until)
            return;
        Assert.Equal(granted.Level.Rank, Rank(framework, evidence, until.AddTicks(-1)));
        Assert.True(Rank(framework, evidence, until) < granted.Level.Rank);
    });

    [Property]
    public void Somebody_else_adds_nothing(List<HeldEvidence> evidence, HeldEvidence other)
    {
        var stranger = other.Saying(ClaimNames.FamilyName, "Baker") with { AddedAt = Pieces.Now.AddYears(1) };
        List<HeldEvidence> first = [Pieces.Of(0, 0), .. evidence];

        Assert.All(Frameworks, framework => Assert.Equal(Rank(framework, first), Rank(framework, [.. first, stranger])));
    }

    private static int Rank(string framework, List<HeldEvidence> evidence, DateTimeOffset? now = null) =>
        Pieces.Judge(framework, now ?? Pieces.Now, [], evidence).Granted?.Level.Rank ?? -1;

    private static EvidenceScores Better(EvidenceScores scores, int which) => which switch
    {
        0 => scores with { Strength = Math.Min(4, scores.Strength + 1) },
        1 => scores with { Validity = Math.Min(4, scores.Validity + 1) },
        2 => scores with { Activity = Math.Min(4, scores.Activity + 1) },
        3 => scores with { Fraud = Math.Min(3, scores.Fraud + 1) },
        _ => scores with { Verification = Math.Min(4, scores.Verification + 1) },
    };

    private static class Evidences
    {
        public static Arbitrary<HeldEvidence> One() => Item.ToArbitrary();

        public static Arbitrary<List<HeldEvidence>> Several() => Gen.Choose(0, 4).SelectMany(count => Item.ListOf(count)).Select(items => items.ToList()).ToArbitrary();

        private static Gen<HeldEvidence> Item =>
            from strength in Gen.Choose(0, 4)
            from validity in Gen.Choose(0, 4)
            from activity in Gen.Choose(0, 4)
            from fraud in Gen.Choose(0, 3)
            from verification in Gen.Choose(0, 4)
            from piece in Gen.Choose(1, 4)
            from age in Gen.Choose(0, 1500)
            from life in Gen.Choose(1, 4000)
            from record in Gen.Elements(true, false)
            select Pieces.Of(strength, validity, activity, fraud, verification, $"piece {piece}")
                .Saying(ClaimNames.NhsNumber, record ? "9434765919" : null)
                .CheckedAt(Pieces.Now.AddDays(-age)) with
            {
                Type = record ? EvidenceType.ElectronicRecord : EvidenceType.Document,
                Expires = Pieces.Now.AddDays(life),
            };
    }
}
