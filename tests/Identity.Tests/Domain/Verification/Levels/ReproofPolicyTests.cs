using Identity.Domain.Verification.Levels;
using Identity.Sdk;
using Identity.Testing;
using static Identity.Tests.Domain.Verification.Levels.Pieces;

namespace Identity.Tests.Domain.Verification.Levels;

[Spec("NIST SP 800-63B-4", "4.2.2.2")]
public sealed class ReproofPolicyTests
{
    private static readonly HeldEvidence Low = Of(2, 2, 0, 1, 1);
    private static readonly HeldEvidence Medium = Of(4, 2, 0, 1, 2);
    private static readonly HeldEvidence High = Of(4, 3, 0, 1, 3);

    [Fact]
    public void What_reaches_the_level_of_the_record_proves_it_and_what_reaches_less_does_not()
    {
        HeldEvidence[] all = [Low, Medium, High];

        for (var record = 0; record < all.Length; record++)
        {
            for (var found = 0; found < all.Length; found++)
                Assert.Equal(found >= record, IsProven([all[record]], [all[found]]));
        }
    }

    [Fact]
    public void Nothing_proves_it_of_an_account_without_a_record_or_with_one_that_reached_nothing()
    {
        Assert.False(IsProven([], [High]));
        Assert.False(IsProven([Of(1, 1)], [High]));
        Assert.False(IsProven([High with { RevokedAt = Now }], [High]));
    }

    [Fact]
    public void Nothing_found_proves_nothing()
    {
        Assert.False(IsProven([High], []));
        Assert.False(IsProven([], []));
    }

    [Theory]
    [InlineData(ClaimNames.FamilyName, "Baker")]
    [InlineData(ClaimNames.GivenName, "Bella")]
    [InlineData(ClaimNames.BirthDate, "1984-03-01")]
    public void Another_person_does_not_prove_it_also_not_beside_the_right_one(string claim, string other)
    {
        Assert.False(IsProven([High], [High.Saying(claim, other)]));
        Assert.False(IsProven([High], [High, Low.Saying(claim, other)]));
    }

    [Theory]
    [InlineData(ClaimNames.FamilyName, "ARCHÉR")]
    [InlineData(ClaimNames.GivenName, "Alice Mary")]
    public void The_same_person_as_another_record_writes_them_does(string claim, string other) => Assert.True(IsProven([High], [High.Saying(claim, other)]));

    [Fact]
    public void What_names_nobody_proves_nothing() => Assert.False(IsProven([High], [High.Saying(ClaimNames.BirthDate, null)]));

    [Fact]
    public void Several_finds_together_reach_what_none_does_alone() // M2B asks for 3/2 and 2/2.
    {
        HeldEvidence one = Of(3, 2, 1, 1, 2), other = Of(2, 2, piece: "bank account 1");

        Assert.False(IsProven([Medium], [one]));
        Assert.True(IsProven([Medium], [one, other]));
    }

    [Fact]
    public void A_record_that_ran_out_asks_for_what_it_reached()
    {
        var past = High.CheckedAt(Now.AddYears(-20));
        Assert.Null(Judge("gpg45", past).Granted);

        Assert.True(IsProven([past], [High]));
        Assert.False(IsProven([past, Medium], [Medium]));
    }

    [Fact]
    public void What_speaks_against_the_owner_holds_it_back_and_lowers_nothing()
    {
        HeldIndicator stolen = new(Guid.CreateVersion7(Now), "document-stolen", Now, 0);

        Assert.False(IsProven([High], [High], stolen));
        Assert.False(IsProven([High], [Low], stolen));
        Assert.True(IsProven([High], [High], stolen with { Relieved = 100 }));
    }

    private static bool IsProven(IReadOnlyList<HeldEvidence> record, IReadOnlyList<HeldEvidence> found, params IReadOnlyList<HeldIndicator> against) =>
        ReproofPolicy.IsProvenAgain(LevelsReader.Default, LevelsReader.Default.Frameworks["gpg45"], record, against, found, Now);
}
