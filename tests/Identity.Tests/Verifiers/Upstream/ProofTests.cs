using System.Globalization;
using System.Text.Json.Nodes;
using System.Web;
using Identity.Domain.Verification.Record;
using Identity.Domain.Verification.Runs;
using Identity.Sdk;
using Identity.Testing;

namespace Identity.Tests.Verifiers.Upstream;

/// <summary>What of another provider's word becomes evidence here.</summary>
public sealed class ProofTests(UpstreamHost host) : UpstreamTests(host)
{
    [Fact, Spec("OpenID Connect Core", "2")]
    public async Task An_acr_becomes_the_evidence_that_the_operator_says()
    {
        var held = await ProvenAsync();

        Assert.Equal(("bank_account", EvidenceType.ElectronicRecord, new EvidenceScores(3, 2, 0, 1, 2)), (held.Kind, held.Type, held.Scores));
        Assert.Equal(("Alice", "Archer", "1984-02-29"), (held.Claims[ClaimNames.GivenName], held.Claims[ClaimNames.FamilyName], held.Claims[ClaimNames.BirthDate]));
        Assert.Equal(("Example Bank", CheckMethods.Authentication), (held.Issuer, Assert.Single(held.Checks).Method));
        Assert.Equal("low", (await Host.Provider.Get<IdentityRecord>().StandingAsync(Alice, "gpg45", Cancellation)).Granted?.Level.Name);
    }

    [Fact, Spec("RFC 8485", "3.2")]
    public async Task A_vector_becomes_evidence_when_it_holds_what_is_asked_and_its_trustmark_says_so()
    {
        Other.Claims.Remove("acr");
        (Other.Claims["vot"], Other.Claims["vtm"]) = ("Cm.P2.Ac", UpstreamHost.Trustmark);

        Assert.Equal(new EvidenceScores(3, 3, 0, 0, 3), (await ProvenAsync()).Scores);
    }

    [Theory, Spec("RFC 8485", "3.2")]
    [InlineData("P1.Cm", UpstreamHost.Trustmark)]
    [InlineData("P2", "https://elsewhere.example/trustmark")]
    [InlineData("P2", null)]
    [InlineData("P2..Cm", UpstreamHost.Trustmark)]
    [InlineData("", UpstreamHost.Trustmark)]
    public async Task A_vector_that_says_less_or_means_something_else_is_none(string vector, string? trustmark)
    {
        Other.Claims.Remove("acr");
        (Other.Claims["vot"], Other.Claims["vtm"]) = (vector, trustmark);

        await AssertRefusedAsync("level", RefusalReason.Declined);
    }

    [Fact, Spec("OpenID Connect for Identity Assurance", "5")]
    public async Task Verified_claims_become_evidence_of_what_was_verified_at_the_time_it_was()
    {
        var time = Host.Provider.Clock.GetUtcNow().AddDays(-100);
        Other.Claims.Remove("acr");
        Other.Claims["family_name"] = "Unverified";
        Other.Claims["verified_claims"] = new JsonArray(Verified(assurance: "low", family: "Lower"), Verified(time: time));

        var held = await ProvenAsync();

        Assert.Equal(("passport", EvidenceType.Document, "Archer"), (held.Kind, held.Type, held.Claims[ClaimNames.FamilyName]));
        Assert.Equal(time.ToUnixTimeSeconds(), held.CheckedAt.ToUnixTimeSeconds());
    }

    [Theory, Spec("OpenID Connect for Identity Assurance", "5")]
    [InlineData("low", "uk_tfida", "document")]
    [InlineData("medium", "de_aml", "document")]
    [InlineData("medium", "uk_tfida", "vouch")]
    public async Task Verified_claims_that_say_less_are_none(string assurance, string framework, string evidence)
    {
        Other.Claims.Remove("acr");
        Other.Claims["verified_claims"] = Verified(assurance, framework, evidence);

        await AssertRefusedAsync("level", RefusalReason.Declined);
    }

    [Fact, Spec("OpenID Connect for Identity Assurance", "5")]
    public async Task What_was_not_verified_does_not_fill_in_for_what_was()
    {
        Other.Claims.Remove("acr");
        var verified = Verified();
        verified["claims"]!.AsObject().Remove("birthdate");
        Other.Claims["verified_claims"] = verified;

        await AssertRefusedAsync("claims", RefusalReason.Declined);
    }

    [Fact]
    public async Task Their_claim_becomes_ours_by_the_name_that_the_operator_gives()
    {
        Other.Claims["https://other.example/nhs"] = "9434765919";

        Assert.Equal("9434765919", (await ProvenAsync()).Claims[ClaimNames.NhsNumber]);
    }

    [Fact, Spec("OpenID Connect Core", "5.3.2")]
    public async Task What_the_token_does_not_say_is_read_from_user_info()
    {
        Other.Token = claims => claims.Remove("birthdate");

        Assert.Equal("1984-02-29", (await ProvenAsync()).Claims[ClaimNames.BirthDate]);
    }

    [Theory, Spec("OpenID Connect Core", "5.1")]
    [InlineData("birthdate", "1984")]
    [InlineData("birthdate", "0000-02-29")]
    [InlineData("birthdate", "2984-02-29")]
    [InlineData("birthdate", "29/02/1984")]
    [InlineData("birthdate", null)]
    public async Task Without_a_name_and_a_whole_birth_date_nobody_can_tell_whose_it_is(string claim, string? value)
    {
        Other.Claims[claim] = value;

        await AssertRefusedAsync("claims", RefusalReason.Declined);
    }

    [Theory]
    [InlineData("low")]
    [InlineData("")]
    [InlineData("Substantial")]
    public async Task A_level_lower_than_asked_is_none(string acr)
    {
        Other.Claims["acr"] = acr;

        await AssertRefusedAsync("level", RefusalReason.Declined);
    }

    [Fact]
    public async Task Whoever_is_somebody_else_there_proves_nothing_here()
    {
        await TestEvidence.ProveAsync(Host.Provider.Services, Alice, new(2, 2, 0, 1, 1));
        Other.Claims["family_name"] = "Stranger";

        Assert.Equal(RunStatus.OtherPerson, (await ConfirmAsync(await GoneAsync())).Status);
        foreach (var held in await HeldAsync())
            await Host.Provider.Get<IdentityRecord>().RevokeAsync(Alice, held.Id, "test", Cancellation);
    }

    [Fact]
    public async Task One_account_there_is_one_person_here()
    {
        await ProvenAsync();
        var subject = (string?)Other.Claims["sub"];
        await InitializeAsync();
        Other.Claims["sub"] = subject;

        Assert.Equal(RunStatus.ProvenElsewhere, (await ConfirmAsync(await GoneAsync())).Status);
    }

    [Fact]
    public async Task What_was_said_is_shown_before_it_counts()
    {
        var shown = Assert.IsType<VerificationStep.Show>((await GoneAsync()).Step);

        Assert.Equal(("Alice Archer", "29 February 1984"), (shown.Values["name"], shown.Values["born"]));
        Assert.Empty(await HeldAsync());
    }

    [Fact]
    public async Task What_was_confirmed_too_late_does_not_count()
    {
        var shown = await GoneAsync();
        Host.Provider.Clock.Advance(TimeSpan.FromHours(1) + TimeSpan.FromSeconds(1));

        await AssertRefusedAsync(await ConfirmAsync(shown), RefusalReason.TimedOut, "late");
    }

    [Fact, Spec("OpenID Connect Core", "3.1.2.1")]
    public async Task It_asks_for_a_code_with_a_state_a_nonce_and_a_challenge_and_for_the_levels_that_count()
    {
        var (_, redirect) = await SentAsync();

        var asked = HttpUtility.ParseQueryString(redirect.Address.Query);
        Assert.Equal($"{Other.Issuer}/authorize", redirect.Address.GetLeftPart(UriPartial.Path));
        Assert.Equal(("1", "code", OtherProvider.ClientId, "openid profile"), (asked["tenant"], asked["response_type"], asked["client_id"], asked["scope"]));
        Assert.Equal(new Uri(TestProvider.Issuer, "prove/callback/provider").AbsoluteUri, asked["redirect_uri"]);
        Assert.Equal((redirect.CallbackState, "S256", "substantial low", "300", "en"), (asked["state"], asked["code_challenge_method"], asked["acr_values"], asked["max_age"], asked["ui_locales"]));
        Assert.NotEqual(asked["nonce"], asked["state"]);
        var wanted = JsonNode.Parse(asked["claims"]!)!["id_token"]!["verified_claims"]![0]!; // A rule asks for it.
        Assert.Equal("medium", (string?)wanted["verification"]!["assurance_level"]!["value"]);
        Assert.Contains("birthdate", wanted["claims"]!.AsObject().Select(claim => claim.Key));
    }

    [Fact, Spec("RFC 6749", "2.3.1")]
    public async Task It_shows_the_token_endpoint_who_asks()
    {
        await ProvenAsync();

        var form = Assert.Single(Other.Forms);
        Assert.Equal("Basic " + Convert.ToBase64String("identity:a%20secret%3Aof%20the%20relying%20party"u8), form["authorization"]);
        Assert.DoesNotContain("client_secret", form.Keys);
    }

    [Fact]
    public void Both_languages_hold_every_text_in_short_sentences()
    {
        var texts = Host.Provider.Get<OfferedVerifiers>().Find("provider")!.Manifest.Texts; // It is offered.

        Assert.Equal(texts["en"].Keys.Order(), texts["cy"].Keys.Order());
        foreach (var text in texts.Values.SelectMany(words => words.Values))
        {
            Assert.DoesNotContain("'", text, StringComparison.Ordinal);
            Assert.DoesNotContain(text.Split(". "), sentence => sentence.Split(' ').Length > 25);
        }
    }

    private static JsonObject Verified(string assurance = "medium", string framework = "uk_tfida", string evidence = "document", string family = "Archer", DateTimeOffset? time = null) => new()
    {
        ["verification"] = new JsonObject
        {
            ["trust_framework"] = framework,
            ["assurance_level"] = assurance,
            ["time"] = time?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["evidence"] = new JsonArray(new JsonObject { ["type"] = evidence }),
        },
        ["claims"] = new JsonObject { ["given_name"] = "Alice", ["family_name"] = family, ["birthdate"] = "1984-02-29" },
    };
}
