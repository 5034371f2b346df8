using Identity.Domain.Storage;
using Identity.Domain.Verification.Levels;
using Identity.Domain.Verification.Runs;
using Identity.Sdk;

namespace Identity.Tests.Domain.Verification.Runs;

public sealed class RoutesTests() : VerificationTests(StorageProvider.Sqlite)
{
    private static readonly Level High = LevelsReader.Default.Find("gpg45:high") ?? throw new InvalidOperationException();

    private VerificationRoutes Routes => Domain.Get<VerificationRoutes>();

    [Fact]
    public async Task What_is_missing_and_the_way_to_it_is_told_until_it_is_there()
    {
        var alice = await CitizenAsync();

        var before = await Routes.ExplainAsync(alice.Account.Id, High, Cancellation);
        Assert.Equal((false, "simulated", 5), (before.IsReached, Assert.Single(Assert.Single(before.Plans).Verifiers), before.Plans[0].Minutes));
        await AnswerAsync(alice, await BegunAsync(alice));

        var after = await Routes.ExplainAsync(alice.Account.Id, High, Cancellation);
        Assert.Equal((true, 0, "H1A"), (after.IsReached, after.Plans.Count, after.Standing.Granted?.Profile));
    }

    [Fact]
    public async Task A_way_that_rests_is_shown_with_its_time_and_in_no_plan()
    {
        var alice = await CitizenAsync();
        Verifier.Do = (_, _, _) => throw new InvalidOperationException();
        for (var times = 0; times < 3; times++)
            await BeginAsync(alice);

        var told = await Routes.ExplainAsync(alice.Account.Id, High, Cancellation);

        Assert.Empty(told.Plans);
        Assert.Equal((false, Domain.Clock.GetUtcNow() + TimeSpan.FromMinutes(10)), (Assert.Single(told.Ways).IsOpen, told.Ways[0].RetryAt));
    }

    [Fact]
    public async Task A_person_is_shown_what_they_would_hand_over()
    {
        var alice = await CitizenAsync();

        Assert.All((await Routes.DetailsAsync(alice.Account.Id, "simulated", Cancellation)).Keys, name => Assert.Equal(ClaimNames.FamilyName, name));
        Assert.Empty(await Routes.DetailsAsync(alice.Account.Id, "unheard-of", Cancellation));
    }
}
