using Identity.Domain.Verification.Runs;
using Identity.Sdk;
using Identity.Testing;

namespace Identity.Tests.Verifiers.Upstream;

/// <summary>What a browser may bring back, and what it may not.</summary>
public sealed class ResponseTests(UpstreamHost host) : UpstreamTests(host)
{
    [Theory, Spec("RFC 6749", "4.1.2.1")]
    [InlineData("access_denied", RefusalReason.Cancelled, "told-access-denied")]
    [InlineData("unmet_authentication_requirements", RefusalReason.Declined, "told-unmet-requirements")]
    [InlineData("temporarily_unavailable", RefusalReason.Unavailable, "told-unavailable")]
    [InlineData("server_error", RefusalReason.Unavailable, "told-unavailable")]
    [InlineData("invalid_request", RefusalReason.Unavailable, "told-error")]
    [InlineData("Nobody'; expects", RefusalReason.Unavailable, "told-error")]
    public async Task An_error_says_why_and_costs_no_exchange(string error, RefusalReason reason, string cause)
    {
        var run = await BroughtAsync(("error", error), ("error_description", "not shown"), ("iss", Other.Issuer));

        await AssertRefusedAsync(run, reason, cause);
        Assert.Empty(Other.Forms);
    }

    [Theory, Spec("RFC 9207", "2.4")]
    [InlineData("https://elsewhere.example")]
    [InlineData("")]
    [InlineData(null)]
    public async Task A_response_of_another_provider_is_not_taken_and_its_code_goes_nowhere(string? issuer)
    {
        var (_, redirect) = await SentAsync();
        var brought = Other.Agree(redirect.Address);
        brought.Remove("iss");
        if (issuer is not null)
            brought["iss"] = issuer;

        await AssertRefusedAsync(Assert.IsType<RunOutcome.Went>(await BackAsync(redirect, brought)).Run, RefusalReason.Unavailable, "response-issuer");
        Assert.Empty(Other.Forms);
    }

    [Fact, Spec("RFC 9207", "2.4")]
    public async Task Even_an_error_is_not_taken_from_another_provider() =>
        await AssertRefusedAsync(await BroughtAsync(("error", "access_denied"), ("iss", "https://elsewhere.example")), RefusalReason.Unavailable, "response-issuer");

    [Fact, Spec("RFC 9207", "2.4")]
    public async Task A_provider_that_never_names_itself_need_not()
    {
        Other.Metadata.Remove("authorization_response_iss_parameter_supported");
        var (_, redirect) = await SentAsync();
        var brought = Other.Agree(redirect.Address);
        brought.Remove("iss");

        Assert.IsType<VerificationStep.Show>(Assert.IsType<RunOutcome.Went>(await BackAsync(redirect, brought)).Run.Step);
    }

    [Fact]
    public async Task A_response_without_a_code_is_none() =>
        await AssertRefusedAsync(await BroughtAsync(("iss", Other.Issuer)), RefusalReason.Unavailable, "response-code");

    [Fact, Spec("RFC 7636", "4.6")]
    public async Task A_code_of_another_request_buys_nothing()
    {
        var (_, redirect) = await SentAsync();
        var stolen = Other.Agree(new Uri(redirect.Address.AbsoluteUri.Replace("code_challenge=", "code_challenge=x", StringComparison.Ordinal)));

        await AssertRefusedAsync(Assert.IsType<RunOutcome.Went>(await BackAsync(redirect, stolen)).Run, RefusalReason.Unavailable, "token");
    }

    [Fact, Spec("RFC 9700", "4.7.1")]
    public async Task A_response_counts_once()
    {
        var (_, redirect) = await SentAsync();
        var brought = Other.Agree(redirect.Address);
        Assert.IsType<RunOutcome.Went>(await BackAsync(redirect, brought));

        Assert.IsType<RunOutcome.NotFound>(await BackAsync(redirect, brought));
        Assert.Single(Other.Forms);
    }

    [Fact, Spec("RFC 9700", "4.7.1")]
    public async Task A_response_that_somebody_else_brings_is_none_and_stays_the_owners()
    {
        var (_, redirect) = await SentAsync();
        var bob = await Host.Provider.CreateAccountAsync($"{Alice:N}@example.test");
        var brought = Other.Agree(redirect.Address);

        Assert.IsType<RunOutcome.NotFound>(await BackAsync(redirect, brought, bob));
        Assert.Empty(Other.Forms);
        Assert.IsType<VerificationStep.Show>(Assert.IsType<RunOutcome.Went>(await BackAsync(redirect, brought)).Run.Step);
    }

    [Fact]
    public async Task Whoever_comes_back_an_hour_later_begins_again()
    {
        var (_, redirect) = await SentAsync();
        var brought = Other.Agree(redirect.Address);
        Host.Provider.Clock.Advance(TimeSpan.FromHours(1) + TimeSpan.FromSeconds(1));

        await AssertRefusedAsync(Assert.IsType<RunOutcome.Went>(await BackAsync(redirect, brought)).Run, RefusalReason.TimedOut, "late");
    }

    private async Task<VerificationRun> BroughtAsync(params (string Name, string Value)[] parameters)
    {
        var (_, redirect) = await SentAsync();
        return Assert.IsType<RunOutcome.Went>(await BackAsync(redirect, parameters.ToDictionary(one => one.Name, one => one.Value))).Run;
    }
}
