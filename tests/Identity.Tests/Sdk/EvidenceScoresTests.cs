using Identity.Sdk;
using Identity.Testing;

namespace Identity.Tests.Sdk;

[Spec("GPG 45", "scores")]
public sealed class EvidenceScoresTests
{
    [Theory]
    [InlineData(-1, 0, 0, 0, 0)]
    [InlineData(5, 0, 0, 0, 0)]
    [InlineData(0, 5, 0, 0, 0)]
    [InlineData(0, 0, 5, 0, 0)]
    [InlineData(0, 0, 0, 4, 0)]
    [InlineData(0, 0, 0, 0, 5)]
    public void There_is_no_score_beyond_those_of_the_guide(int strength, int validity, int activity, int fraud, int verification)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new EvidenceScores(strength, validity, activity, fraud, verification));
        Assert.Throws<ArgumentOutOfRangeException>(() => new EvidenceScores() with { Strength = strength, Validity = validity, Activity = activity, Fraud = fraud, Verification = verification });
    }

    [Theory]
    [InlineData(3, 2, 1, 2, 3, true)]
    [InlineData(4, 2, 1, 2, 3, false)]
    [InlineData(3, 3, 1, 2, 3, false)]
    [InlineData(3, 2, 2, 2, 3, false)]
    [InlineData(3, 2, 1, 3, 3, false)]
    [InlineData(3, 2, 1, 2, 4, false)]
    public void Each_score_is_held_to_its_own_maximum(int strength, int validity, int activity, int fraud, int verification, bool within) =>
        Assert.Equal(within, new EvidenceScores(strength, validity, activity, fraud, verification).AreWithin(new(3, 2, 1, 2, 3)));
}
