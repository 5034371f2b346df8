using Identity.Domain.Storage;
using Identity.Domain.Verification.Runs;
using Identity.Sdk;
using Identity.Testing;
using Microsoft.Extensions.Options;

namespace Identity.Tests.Domain.Support;

/// <summary>Where a person can be seen, as an operator writes it and the person chooses.</summary>
public sealed class DeskPlaceTests
{
    private const string Places = "Verifiers:Settings:Identity.Verifiers:InPerson:Places:";

    private static readonly (string, string)[] Central =
    [
        ("Verifiers:Offered", "in-person"), (Places + "central:Name", "Central Library"), (Places + "central:Address", "The Hayes, Cardiff"),
        (Places + "central:Hours", "Monday to Friday"), (Places + "central:Welsh:Hours", "Dydd Llun i ddydd Gwener"),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_place_that_was_chosen_stands_beside_the_code_in_the_language_of_who_reads()
    {
        await using var provider = await TestProvider.StartAsync(StorageProvider.Sqlite, Central);

        var (chosen, run) = await ChooseAsync(provider, "at-central");

        Assert.Equal(["at-central", "elsewhere"], Assert.Single(chosen.Fields).Choices.Select(choice => choice.Value));
        var manifest = Assert.Single(provider.Get<OfferedVerifiers>().All).Manifest;
        Assert.Equal("Central Library, The Hayes, Cardiff: Monday to Friday", manifest.Text("en", "at-central"));
        Assert.Equal("Central Library, The Hayes, Cardiff: Dydd Llun i ddydd Gwener", manifest.Text("cy", "at-central"));
        var waiting = Assert.IsType<VerificationStep.Wait>(run.Step);
        Assert.Contains("Central Library, The Hayes, Cardiff. Opening times: Monday to Friday. Bring", manifest.Text("en", waiting.For, waiting.Values), StringComparison.Ordinal);
        Assert.Contains("Oriau agor: Dydd Llun i ddydd Gwener. Ewch", manifest.Text("cy", waiting.For, waiting.Values), StringComparison.Ordinal);
        // A desk is told what was claimed, and not where somebody else was expected.
        Assert.DoesNotContain(waiting.Values, value => value.Value.Contains("central", StringComparison.OrdinalIgnoreCase));
        Assert.NotNull(waiting.Handle);
    }

    [Fact]
    public async Task Who_goes_elsewhere_reads_what_everybody_does()
    {
        await using var provider = await TestProvider.StartAsync(StorageProvider.Sqlite, Central);

        var (_, run) = await ChooseAsync(provider, "elsewhere");

        Assert.Equal("waiting", Assert.IsType<VerificationStep.Wait>(run.Step).For);
    }

    [Fact]
    public async Task A_place_that_lacks_words_or_has_too_many_stops_the_start()
    {
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => TestProvider.StartAsync(StorageProvider.Sqlite,
            ("Verifiers:Offered", "in-person"), (Places + "a:Name", new string('a', 201)), (Places + "a:Address", "1 High Street"), (Places + "a:Open", "always")));

        var faults = refused.Failures.ToList();
        Assert.Contains($"{Places}a:Name is longer than 200 characters: write less.", faults);
        Assert.Contains($"{Places}a:Hours is not set: write its value.", faults);
        Assert.Contains($"{Places}a:Open is set, and no such setting exists. Leave it out.", faults);
    }

    private static async Task<(VerificationStep.Ask Chosen, VerificationRun Run)> ChooseAsync(TestProvider provider, string place)
    {
        var alice = await provider.CreateAccountAsync();
        var verifications = provider.Get<Verifications>();
        var details = await provider.Get<VerificationRoutes>().DetailsAsync(alice, "in-person", Cancellation);
        var asked = Went(await verifications.BeginAsync(alice, "in-person", details, new RunPurpose("gpg45:low", null, "en"), Cancellation));
        var chooses = await AnswerAsync(asked, ClaimNames.Address, "1 High Street\nCardiff");
        return (Assert.IsType<VerificationStep.Ask>(chooses.Step), await AnswerAsync(chooses, "place", place));

        async Task<VerificationRun> AnswerAsync(VerificationRun run, string field, string value) => Went(await verifications.ContinueAsync(
            run.Id, new RunHolder.Owner(alice), run.Version, new StepAnswer.Fields(new Dictionary<string, string> { [field] = value }), Cancellation));
    }

    private static VerificationRun Went(RunOutcome outcome) => Assert.IsType<RunOutcome.Went>(outcome).Run;
}
