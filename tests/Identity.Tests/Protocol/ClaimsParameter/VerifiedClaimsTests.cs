using System.Text.Json;
using Identity.Domain.Partners;
using Identity.Domain.Storage;
using Identity.Testing;

namespace Identity.Tests.Protocol.ClaimsParameter;

/// <summary>Alice was checked by a passport, which makes her known as surely as GPG 45 high, and a bank asks how.</summary>
[Spec("OpenID Connect for Identity Assurance 1.0", "5")]
public sealed class VerifiedClaimsTests() : ProtocolTest(StorageProvider.Sqlite)
{
    private static readonly ConsentTerm Wanted = new(true, "");

    private static readonly Client Bank = TestClient.Appointments with
    {
        ClientId = "bank",
        ClientName = "Bank",
        Scope = "openid",
        Consent = new() { Claims = new Dictionary<string, ConsentTerm> { ["name"] = Wanted, ["birthdate"] = Wanted, ["evidence"] = Wanted } },
    };

    private TestClient _bank = null!; // Registered before each test.

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _bank = await RegisterAsync(Bank);
        await TestEvidence.ProveAsync(Provider.Services, Alice, null, ("address", "1 High Street"));
    }

    [Fact]
    public async Task They_say_by_what_rules_and_how_surely()
    {
        var told = await AskAsync("""{"trust_framework":{"value":"uk_tfida"},"assurance_level":null,"time":null}""", """{"given_name":null,"birthdate":null}""");

        var (verification, claims) = (told.GetProperty("verification"), told.GetProperty("claims"));
        Assert.Equal("uk_tfida", verification.GetProperty("trust_framework").GetString());
        Assert.Equal("high", verification.GetProperty("assurance_level").GetString());
        Assert.Equal(Provider.Clock.GetUtcNow(), verification.GetProperty("time").GetDateTimeOffset());
        Assert.Equal("Alice", claims.GetProperty("given_name").GetString());
        Assert.Equal("1984-02-29", claims.GetProperty("birthdate").GetString());
    }

    [Fact]
    [Spec("OpenID Connect for Identity Assurance 1.0", "6")]
    public async Task They_say_no_more_than_was_asked()
    {
        var told = await AskAsync("""{"trust_framework":null}""", """{"given_name":null}""");

        Assert.Equal(["trust_framework"], told.GetProperty("verification").EnumerateObject().Select(member => member.Name));
        Assert.Equal(["given_name"], told.GetProperty("claims").EnumerateObject().Select(member => member.Name));
    }

    [Fact]
    public async Task They_stand_in_the_ID_token_when_they_were_asked_for_there()
    {
        var tokens = await TokensAsync(_bank, ("scope", "openid"),
            ("claims", """{"id_token":{"verified_claims":{"verification":{"trust_framework":null},"claims":{"family_name":null}}}}"""));

        Assert.Equal("Archer", tokens.Payload("id_token").GetProperty("verified_claims").GetProperty("claims").GetProperty("family_name").GetString());
        Assert.False((await UserInfoAsync(tokens)).TryGetProperty("verified_claims", out _));
    }

    [Fact]
    [Spec("OpenID Connect for Identity Assurance 1.0", "5.4")]
    public async Task Evidence_is_told_by_its_kind_and_its_checks_and_never_by_its_number()
    {
        var told = await AskAsync("""{"trust_framework":null,"evidence":[{"type":{"value":"document"},"document_details":{"type":null},"check_details":null}]}""", """{"given_name":null}""");

        var document = Assert.Single(told.GetProperty("verification").GetProperty("evidence").EnumerateArray());
        Assert.Equal("document", document.GetProperty("type").GetString());
        Assert.Equal("passport", document.GetProperty("document_details").GetProperty("type").GetString());
        Assert.Single(document.GetProperty("check_details").EnumerateArray());
        Assert.DoesNotContain("123456789", told.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [Spec("OpenID Connect for Identity Assurance 1.0", "5.7.4")]
    [InlineData("""{"trust_framework":{"value":"de_aml"}}""")]
    [InlineData("""{"trust_framework":{"values":["de_aml","it_spid"]}}""")]
    [InlineData("""{"trust_framework":{"value":"uk_tfida"},"assurance_level":{"value":"very-high"}}""")]
    [InlineData("""{"trust_framework":{"value":"uk_tfida"},"assurance_level":{"value":"total"}}""")]
    [InlineData("""{"trust_framework":null,"evidence":[{"type":{"value":"vouch"}}]}""")]
    [InlineData("""{"trust_framework":null,"evidence":[{"type":{"value":"document"},"document_details":{"type":{"value":"idcard"}}}]}""")]
    [InlineData("""{"trust_framework":null,"evidence":[{"type":{"value":"document"},"check_details":[{"check_method":{"value":"vpip"}}]}]}""")]
    [InlineData("""{"trust_framework":null,"evidence":[{"type":{"value":"document"},"document_details":{"issuer":{"country":{"value":"DE"}}}}]}""")]
    [InlineData("""{"trust_framework":null,"verification_process":{"value":"ours"}}""")]
    public async Task A_verification_that_does_not_fit_is_left_out_whole(string verification) =>
        Assert.Equal(JsonValueKind.Undefined, (await AskAsync(verification, """{"given_name":null}""")).ValueKind);

    [Fact]
    [Spec("OpenID Connect for Identity Assurance 1.0", "5.5.2")]
    public async Task A_verification_that_is_too_old_is_left_out()
    {
        const string Fresh = """{"trust_framework":null,"time":{"max_age":3600}}""";
        Assert.Equal(JsonValueKind.Object, (await AskAsync(Fresh, """{"given_name":null}""")).ValueKind);

        Provider.Clock.Advance(TimeSpan.FromMinutes(61));
        await Provider.SignInAsync(Browser, Alice);

        Assert.Equal(JsonValueKind.Undefined, (await AskAsync(Fresh, """{"given_name":null}""")).ValueKind);
    }

    [Theory]
    [InlineData("medium", "medium")]
    [InlineData("P2", "P2")]
    public async Task Whoever_is_known_more_surely_is_known_as_surely_as_asked(string asked, string level) => Assert.Equal(level,
        (await AskAsync($$"""{"trust_framework":{"value":"uk_tfida"},"assurance_level":{"value":"{{asked}}"} }""", """{"given_name":null}""")).GetProperty("verification").GetProperty("assurance_level").GetString());

    [Theory]
    [InlineData("""{"given_name":{"value":"Bob"}}""")]
    [InlineData("""{"email":null}""")]
    // Not registered, so not agreed to.
    [InlineData("""{"address":null}""")]
    public async Task A_claim_that_does_not_fit_is_left_out_and_without_any_there_is_nothing(string claims) =>
        Assert.Equal(JsonValueKind.Undefined, (await AskAsync("""{"trust_framework":null}""", claims)).ValueKind);

    [Fact]
    public async Task Whoever_is_not_known_is_told_of_by_nothing()
    {
        var bob = await Provider.CreateAccountAsync("bob@example.test");
        await Provider.SignInAsync(Browser, bob);
        await Provider.ConsentAsync(bob, Bank);

        Assert.Equal(JsonValueKind.Undefined, (await AskAsync("""{"trust_framework":null}""", """{"given_name":null}""")).ValueKind);
    }

    [Fact]
    public async Task Evidence_is_for_those_who_registered_for_it()
    {
        var shop = await RegisterAsync(Bank with { ClientId = "shop", Consent = new() { Claims = new Dictionary<string, ConsentTerm> { ["name"] = Wanted } } });

        Assert.Equal(JsonValueKind.Undefined, (await AskAsync("""{"trust_framework":null,"evidence":[{"type":{"value":"document"}}]}""", """{"given_name":null}""", shop)).ValueKind);
        Assert.Equal(JsonValueKind.Object, (await AskAsync("""{"trust_framework":null}""", """{"given_name":null}""", shop)).ValueKind);
    }

    [Fact]
    [Spec("OpenID Connect for Identity Assurance 1.0", "5.6")]
    public async Task Several_are_answered_each_for_itself()
    {
        static string One(string framework) => $$"""{"verification":{"trust_framework":{"value":"{{framework}}"} },"claims":{"given_name":null} }""";

        var told = Assert.Single(await SeveralAsync(One("uk_tfida"), One("de_aml")));
        Assert.Equal("uk_tfida", told.GetProperty("verification").GetProperty("trust_framework").GetString());
        Assert.Equal(2, (await SeveralAsync(One("uk_tfida"), One("eidas"))).Count);
    }

    [Theory]
    [InlineData("""{"claims":{"given_name":null}}""")]
    [InlineData("""{"verification":{},"claims":{"given_name":null}}""")]
    [InlineData("""{"verification":{"trust_framework":null},"claims":{}}""")]
    [InlineData("""{"verification":{"trust_framework":null,"evidence":[]},"claims":{"given_name":null}}""")]
    [InlineData("""{"verification":{"trust_framework":null,"evidence":[{"type":null}]},"claims":{"given_name":null}}""")]
    [InlineData("""{"verification":{"trust_framework":null,"time":{"max_age":-1}},"claims":{"given_name":null}}""")]
    [InlineData("[]")]
    public async Task What_is_no_such_request_is_an_invalid_one(string verified) =>
        Assert.Equal("invalid_request", (await AuthorizeAsync(_bank, ("scope", "openid"), ("claims", Verified(verified))))["error"]);

    private async Task<JsonElement> AskAsync(string verification, string claims, TestClient? client = null)
    {
        var tokens = await TokensAsync(client ?? _bank, ("scope", "openid"), ("claims", Verified($$$"""{"verification":{{{verification}}},"claims":{{{claims}}} }""")));
        return (await UserInfoAsync(tokens)).TryGetProperty("verified_claims", out var told) ? told : default;
    }

    private async Task<IReadOnlyList<JsonElement>> SeveralAsync(params string[] asked)
    {
        var tokens = await TokensAsync(_bank, ("scope", "openid"), ("claims", Verified($"[{string.Join(',', asked)}]")));
        var told = (await UserInfoAsync(tokens)).GetProperty("verified_claims");
        return told.ValueKind is JsonValueKind.Array ? [.. told.EnumerateArray()] : [told];
    }

    private static string Verified(string entries) => $$"""{"userinfo":{"verified_claims":{{entries}} } }""";

    private async Task<JsonElement> UserInfoAsync(TokenAnswer tokens)
    {
        using var response = await UserInfoAsync(tokens["access_token"]!); // The exchange is valid.
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
    }
}
