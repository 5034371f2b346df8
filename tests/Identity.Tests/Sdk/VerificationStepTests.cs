using System.Text.Json;
using Identity.Sdk;

namespace Identity.Tests.Sdk;

public sealed class VerificationStepTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    public static TheoryData<VerificationStep> Steps =>
    [
        new VerificationStep.Ask("question", [new("family_name", FieldKind.Text, "family-name") { Maximum = 80, Autocomplete = "family-name" }]) { State = "{}", Problems = new Dictionary<string, string> { ["family_name"] = "empty" } },
        new VerificationStep.Ask("question", [new("country", FieldKind.Choice, "country") { Choices = [new("gb", "country-gb")] }]),
        new VerificationStep.Upload("picture", ["image/jpeg"]) { Most = 2, MostBytes = 1024 },
        new VerificationStep.Redirect(new("https://bank.example/authorize?state=a"), new('s', 43)),
        new VerificationStep.Wait("desk", Now.AddDays(14), TimeSpan.FromMinutes(1)) { Handle = "ABCD2345", Values = new Dictionary<string, string> { ["place"] = "Library" } },
        new VerificationStep.Show("code", ["take-it"]) { Code = "ABCD2345" },
        new VerificationStep.Refused(RefusalReason.DocumentExpired) { Against = [new("document-expired", "Passport Office", Now)] },
    ];

    [Theory]
    [MemberData(nameof(Steps), DisableDiscoveryEnumeration = true)]
    public void A_step_can_be_kept_until_its_answer_comes(VerificationStep step)
    {
        var kept = JsonSerializer.Serialize(step);

        Assert.Equal(kept, JsonSerializer.Serialize(JsonSerializer.Deserialize<VerificationStep>(kept)));
        Assert.Equal(step.GetType(), JsonSerializer.Deserialize<VerificationStep>(kept)?.GetType());
    }

    [Theory]
    [InlineData("http://bank.example/authorize")]
    [InlineData("javascript:alert(1)")]
    [InlineData("ftp://127.0.0.1/")]
    [InlineData("/authorize")]
    public void A_browser_is_sent_nowhere_but_to_https(string address) =>
        Assert.Throws<ArgumentException>(() => new VerificationStep.Redirect(new(address, UriKind.RelativeOrAbsolute), new('s', 43)));

    [Fact]
    public void A_callback_is_known_by_something_that_nobody_guesses() =>
        Assert.Throws<ArgumentException>(() => new VerificationStep.Redirect(new("https://bank.example/"), new('s', 21)));

    [Fact]
    public void A_state_has_a_maximum()
    {
        Assert.Equal(SdkLimits.State, (new VerificationStep.Refused(RefusalReason.Cancelled) { State = new('s', SdkLimits.State) }).State.Length);
        Assert.Throws<ArgumentException>(() => new VerificationStep.Refused(RefusalReason.Cancelled) { State = new('s', SdkLimits.State + 1) });
    }

    [Fact]
    public void Nothing_proves_nothing() => Assert.Throws<ArgumentException>(() => new VerificationStep.Proven([]));

    [Fact]
    public void A_step_in_a_log_says_nothing_of_a_person() =>
        Assert.Equal("Show", new VerificationStep.Show("code", []) { Code = "ABCD2345" }.ToString());
}
