using Identity.Domain.Verification.Levels;
using Identity.Sdk;
using Identity.Testing;
using static Identity.Tests.Domain.Verification.Levels.Pieces;

namespace Identity.Tests.Domain.Verification.Levels;

[Spec("GPG 45", "identity profiles")]
public sealed class EvidencePolicyTests
{
    private static readonly HeldEvidence Medium = Of(4, 2, 0, 1, 2);

    [Fact]
    public void Nobody_is_anybody_without_evidence()
    {
        Assert.Null(Judge("gpg45").Granted);
        Assert.Equal("P0", Judge("nhs").Granted?.Level.Name);
    }

    [Fact]
    public void A_level_says_what_it_rests_on()
    {
        var standing = Judge("gpg45", Medium);

        Assert.Equal(("gpg45:medium", "M1A"), (standing.Granted?.Level.ToString(), standing.Granted?.Profile));
        Assert.Equal([Medium], standing.Granted!.By); // Granted, as was just seen.
        Assert.Equal("Archer", standing.Claims[ClaimNames.FamilyName]);
    }

    [Fact]
    public void Two_of_the_same_piece_are_one() // M2B asks for 3/2 and 2/2.
    {
        Assert.Equal("medium", Judge("gpg45", Of(3, 2, 1, 1, 2), Of(2, 2, piece: "bank account 1")).Granted?.Level.Name);
        Assert.Equal("low", Judge("gpg45", Of(3, 2, 1, 1, 2), Of(2, 2)).Granted?.Level.Name);
    }

    [Fact]
    public void Scores_of_two_pieces_never_add_up()
    {
        Assert.Equal("low", Judge("gpg45", Of(2, 2, 0, 1, 1), Of(2, 2, 0, 1, 1, "two")).Granted?.Level.Name);
        Assert.Null(Judge("gpg45", Of(2, 1, 0, 1, 1), Of(1, 2, 0, 1, 1, "two")).Granted);
    }

    [Fact]
    public void Evidence_that_was_taken_back_counts_for_nothing()
    {
        var standing = Judge("gpg45", Medium with { RevokedAt = Now });

        Assert.Null(standing.Granted);
        Assert.Equal(LeftOutReason.Revoked, Assert.Single(standing.LeftOut).Reason);
    }

    [Fact]
    public void A_document_counts_until_the_day_on_which_it_ends()
    {
        var passport = Medium with { Expires = Now.AddDays(30) };

        Assert.Equal(("medium", Now.AddDays(30)), (Judge("gpg45", passport).Granted?.Level.Name, Judge("gpg45", passport).Granted?.Until));
        Assert.Equal("medium", Judge("gpg45", Now.AddDays(30).AddTicks(-1), [], [passport]).Granted?.Level.Name);
        var after = Judge("gpg45", Now.AddDays(30), [], [passport]);
        Assert.Null(after.Granted);
        Assert.Equal(LeftOutReason.Expired, Assert.Single(after.LeftOut).Reason);
    }

    [Fact]
    public void A_score_whose_life_is_over_takes_the_level_down_and_not_away() // Fraud counts for 1095 days; H1C needs none.
    {
        var chip = Of(4, 3, 0, 3, 4);
        Assert.Equal(("very-high", Now.AddDays(1095)), (Judge("gpg45", chip).Granted?.Level.Name, Judge("gpg45", chip).Granted?.Until));

        var later = Judge("gpg45", Now.AddDays(1095), [], [chip]);

        Assert.Equal(("high", "H1C"), (later.Granted?.Level.Name, later.Granted?.Profile));
    }

    [Fact]
    public void Evidence_of_somebody_else_is_a_conflict_and_takes_nothing_away()
    {
        var other = Of(4, 4, 4, 3, 4, "passport 2").Saying(ClaimNames.FamilyName, "Baker") with { AddedAt = Now.AddMinutes(1) };

        var standing = Judge("gpg45", other, Medium);

        Assert.Equal("medium", standing.Granted?.Level.Name);
        Assert.True(standing.IsInConflict);
        Assert.Equal("Archer", standing.Claims[ClaimNames.FamilyName]);
    }

    [Fact]
    public void Nobody_becomes_somebody_else_by_waiting_until_the_first_evidence_has_ended()
    {
        var first = Of(1, 1) with { Expires = Now.AddDays(1) };
        var other = Medium.Saying(ClaimNames.BirthDate, "1990-01-01") with { AddedAt = Now.AddMinutes(1) };

        Assert.Null(Judge("gpg45", Now.AddDays(2), [], [first, other]).Granted);
        Assert.NotNull(Judge("gpg45", Now.AddDays(2), [], [first with { RevokedAt = Now.AddDays(1) }, other]).Granted);
    }

    [Theory]
    [InlineData(ClaimNames.BirthDate)]
    [InlineData(ClaimNames.FamilyName)]
    public void Evidence_that_does_not_say_whose_it_is_counts_for_nothing(string missing)
    {
        var standing = Judge("gpg45", Medium.Saying(ClaimNames.GivenName, null).Saying(missing, null));

        Assert.Null(standing.Granted);
        Assert.Equal(LeftOutReason.Nameless, Assert.Single(standing.LeftOut).Reason);
    }

    [Fact]
    public void What_a_verifier_is_not_believed_does_not_count()
    {
        var record = Of(4, 4, 4, 3, 4) with { Verifier = "record-match", Type = EvidenceType.ElectronicRecord };

        Assert.Equal("low", Judge("gpg45", record).Granted?.Level.Name); // No more than 2/2 is believed.
        Assert.Equal(LeftOutReason.NotTrusted, Assert.Single(Judge("gpg45", record with { Type = EvidenceType.Document }).LeftOut).Reason);
        Assert.Equal(LeftOutReason.NotTrusted, Assert.Single(Judge("gpg45", record with { Verifier = "unheard-of" }).LeftOut).Reason);
    }

    [Theory]
    [InlineData("likeness-not-matched", 0, "high")] // 15: above the 10 of high, within the 20 of medium.
    [InlineData("document-stolen", 0, null)]
    [InlineData("document-stolen", 60, "high")]
    [InlineData("document-stolen", 45, "medium")]
    [InlineData("never-heard-of", 0, null)]
    public void What_speaks_against_somebody_holds_a_level_back_and_lowers_no_score(string code, int relieved, string? level)
    {
        var indicator = new HeldIndicator(Guid.CreateVersion7(Now), code, Now, relieved);
        level = level == "high" && relieved == 0 ? "medium" : level;

        var standing = Judge("gpg45", Now, [indicator], [Of(4, 3, 0, 1, 3)]);

        Assert.Equal(level, standing.Granted?.Level.Name);
        Assert.Equal(level != "high", standing.IsHeldBack);
    }

    [Fact]
    public void What_speaks_against_somebody_is_forgotten_in_time()
    {
        var indicator = new HeldIndicator(Guid.CreateVersion7(Now), "likeness-not-matched", Now, 0);

        Assert.Equal("medium", Judge("gpg45", Now.AddDays(364), [indicator], [Of(4, 3, 0, 1, 3)]).Granted?.Level.Name);
        Assert.Equal("high", Judge("gpg45", Now.AddDays(365), [indicator], [Of(4, 3, 0, 1, 3)]).Granted?.Level.Name);
    }

    [Theory]
    [InlineData("pvp", 60)]
    [InlineData("kbv", 0)]
    public void A_better_check_makes_up_for_what_was_found(string method, int relief) =>
        Assert.Equal(relief, LevelsReader.Default.Indicators.Of("document-stolen").ReliefBy([CheckMethods.Data, method]));

    [Theory]
    [InlineData("onelogin", "P2")]
    [InlineData("eidas", "substantial")]
    [InlineData("nist", "IAL2")]
    [InlineData("nhs", "P0")]
    public void The_same_evidence_has_a_level_in_every_scheme(string framework, string level) =>
        Assert.Equal(level, Judge(framework, Medium).Granted?.Level.Name);

    [Fact]
    public void A_level_may_need_a_claim_as_well()
    {
        Assert.Equal("P9", Judge("nhs", Medium.Saying(ClaimNames.NhsNumber, "9434765919")).Granted?.Level.Name);
        Assert.Equal("P5", Judge("nhs", Of(1, 2).Saying(ClaimNames.NhsNumber, "9434765919") with { Type = EvidenceType.ElectronicRecord }).Granted?.Level.Name);
        Assert.Equal("P0", Judge("nhs", Of(1, 2).Saying(ClaimNames.NhsNumber, "9434765919")).Granted?.Level.Name); // A document is no record.
    }

    [Fact]
    [Spec("NIST SP 800-63A-4", "IAL3")]
    public void The_highest_level_may_need_checks_made_face_to_face()
    {
        var met = Of(4, 3, 0, 1, 4) with { Checks = [new(CheckMethods.InspectedInPerson, "Desk", Now), new(CheckMethods.BiometricsInPerson, "Desk", Now)] };

        Assert.Equal("IAL3", Judge("nist", met).Granted?.Level.Name);
        Assert.Equal("IAL2", Judge("nist", met with { Checks = [met.Checks[0]] }).Granted?.Level.Name);
    }
}
