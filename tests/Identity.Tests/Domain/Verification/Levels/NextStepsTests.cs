using Identity.Domain.Verification.Levels;
using Identity.Sdk;
using static Identity.Tests.Domain.Verification.Levels.Pieces;

namespace Identity.Tests.Domain.Verification.Levels;

public sealed class NextStepsTests
{
    private static readonly string[] Name = [ClaimNames.GivenName, ClaimNames.FamilyName, ClaimNames.BirthDate];

    private static readonly RouteOffer Slow = new("simulated", [new(EvidenceType.ElectronicRecord, new(2, 2, 2, 1, 2))], Name, 3, TimeSpan.FromDays(7));
    private static readonly RouteOffer Organisation = new("organisation", [new(EvidenceType.ElectronicRecord, new(3, 2, 1, 1, 2))], Name, 4, TimeSpan.Zero);
    private static readonly RouteOffer Record = new("record-match", [new(EvidenceType.ElectronicRecord, new(2, 2, 2, 2, 1))], [.. Name, ClaimNames.NhsNumber], 2, TimeSpan.Zero);
    private static readonly RouteOffer Provider = new("provider", [new(EvidenceType.Document, new(4, 3, 0, 1, 3))], Name, 40, TimeSpan.FromDays(1)) { Travel = true, Methods = [CheckMethods.LikenessInPerson] };

    private static readonly RouteOffer[] All = [Slow, Organisation, Record, Provider];

    [Fact]
    public void The_cheapest_comes_first_and_alone_where_one_is_enough() =>
        Assert.Equal([["record-match"], ["simulated"], ["organisation"], ["provider"]], Plans("gpg45:low"));

    [Fact]
    public void Several_are_named_together_only_where_neither_is_enough()
    {
        var plans = Plans("gpg45:medium");

        Assert.Equal(["provider"], plans[0]);
        Assert.Equal(["organisation", "record-match"], plans[1].Order()); // M1B, by the activity and fraud scores of both.
        Assert.Contains(["organisation", "simulated"], plans);
        Assert.DoesNotContain(plans, plan => plan.Length > 1 && plan.Contains("provider"));
    }

    [Fact]
    public void What_takes_days_is_done_last_and_all_its_time_is_told()
    {
        var plan = Assert.Single(NextSteps.Towards(LevelsReader.Default, Level("gpg45:medium"), [], [], [Slow, Organisation], Now));

        Assert.Equal(["organisation", "simulated"], plan.Verifiers);
        Assert.Equal((7, TimeSpan.FromDays(7)), (plan.Minutes, plan.Wait));
    }

    [Fact]
    public void What_is_there_already_is_not_asked_for_again() =>
        Assert.Contains(["record-match"], Plans("gpg45:medium", [Of(3, 2, 1, 0, 2)]));

    [Fact]
    public void Nothing_is_left_to_do_where_the_level_is_reached() => Assert.Empty(Plans("gpg45:low", [Of(4, 3, 0, 1, 3)]));

    [Fact]
    public void Nothing_is_promised_that_nothing_on_offer_reaches() => Assert.Empty(Plans("nist:IAL3"));

    [Fact]
    public void A_claim_that_a_level_needs_is_looked_for_too()
    {
        Assert.Equal([["record-match"]], Plans("nhs:P5"));
        Assert.Equal(["organisation", "record-match"], Plans("nhs:P9")[0].Order());
        Assert.All(Plans("nhs:P9"), plan => Assert.Contains("record-match", plan));
    }

    [Fact]
    public void What_was_found_against_somebody_is_made_up_for_by_who_can()
    {
        var indicator = new HeldIndicator(Guid.CreateVersion7(Now), "document-stolen", Now, 0);

        Assert.Equal([["provider"]], [.. NextSteps.Towards(LevelsReader.Default, Level("gpg45:low"), [], [indicator], All, Now).Select(plan => plan.Verifiers.ToArray())]);
    }

    [Fact]
    public void What_rests_on_others_comes_after_them_or_not_at_all()
    {
        var letter = new RouteOffer("letter", [new(EvidenceType.ElectronicRecord, new(0, 0, 0, 0, 1))], [.. Name, ClaimNames.Address], 3, TimeSpan.FromDays(10)) { Requires = [.. Name, ClaimNames.Address] };
        var addresses = new RouteOffer("simulated", [new(EvidenceType.ElectronicRecord, new(2, 2, 0, 1))], [.. Name, ClaimNames.Address], 1, TimeSpan.Zero);
        var held = Of(2, 2, 0, 1, 0);

        Assert.Equal([["simulated", "letter"]], Towards([letter, addresses]));
        Assert.Empty(Towards([letter, addresses with { Claims = Name }]));
        Assert.Empty(Towards([letter], held));
        Assert.Equal([["letter"]], Towards([letter], held.Saying(ClaimNames.Address, "1 High Street")));
        Assert.Empty(Towards([letter], held.Saying(ClaimNames.Address, "1 High Street") with { RevokedAt = Now }));

        string[][] Towards(IReadOnlyList<RouteOffer> offers, params IReadOnlyList<HeldEvidence> evidence) =>
            [.. NextSteps.Towards(LevelsReader.Default, Level("gpg45:low"), evidence, [], offers, Now).Select(plan => plan.Verifiers.ToArray())];
    }

    [Fact]
    public void Two_kinds_of_evidence_of_one_verifier_are_two_visits_and_not_promised_for_one()
    {
        var document = new EvidenceOffer(EvidenceType.Document, new(3, 2, 0, 1, 2));
        var vouch = new EvidenceOffer(EvidenceType.Vouch, new(2, 2, 2, 0, 2));
        var desk = new RouteOffer("simulated", [document, vouch], Name, 20, TimeSpan.FromDays(14));

        Assert.NotEmpty(Towards(desk with { Gives = [document] }, new("in-person", [vouch], Name, 20, TimeSpan.Zero))); // M2B, by the two of them.
        Assert.Empty(Towards(desk));
        Assert.Equal(["simulated"], Assert.Single(NextSteps.Towards(LevelsReader.Default, Level("gpg45:low"), [], [], [desk], Now)).Verifiers);
        // Who was there once and brought the one is told of the other.
        Assert.NotEmpty(NextSteps.Towards(LevelsReader.Default, Level("gpg45:medium"), [Of(2, 2, 2, 0, 2)], [], [desk], Now));

        IReadOnlyList<RoutePlan> Towards(params IReadOnlyList<RouteOffer> offers) => NextSteps.Towards(LevelsReader.Default, Level("gpg45:medium"), [], [], offers, Now);
    }

    [Fact]
    public void No_more_is_promised_than_a_verifier_is_believed()
    {
        var boaster = Record with { Gives = [new(EvidenceType.ElectronicRecord, EvidenceScores.Highest)] };

        Assert.Empty(NextSteps.Towards(LevelsReader.Default, Level("gpg45:high"), [], [], [boaster], Now));
    }

    private static Level Level(string name) => LevelsReader.Default.Find(name) ?? throw new ArgumentException(name);

    private static string[][] Plans(string level, params IReadOnlyList<HeldEvidence> evidence) =>
        [.. NextSteps.Towards(LevelsReader.Default, Level(level), evidence, [], All, Now).Select(plan => plan.Verifiers.ToArray())];
}
