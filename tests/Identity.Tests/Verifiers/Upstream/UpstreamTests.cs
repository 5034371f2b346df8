using Identity.Domain.Verification.Levels;
using Identity.Domain.Verification.Record;
using Identity.Domain.Verification.Runs;
using Identity.Sdk;

namespace Identity.Tests.Verifiers.Upstream;

/// <summary>Alice proves who she is at another provider: valid by default, and each test changes one thing.</summary>
public abstract class UpstreamTests(UpstreamHost host) : IClassFixture<UpstreamHost>, IAsyncLifetime
{
    internal OtherProvider Other => host.Other;

    protected UpstreamHost Host => host;

    protected Guid Alice { get; private set; }

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Verifications Verifications => host.Provider.Get<Verifications>();

    public async ValueTask InitializeAsync()
    {
        Alice = await host.NewcomerAsync();
        Other.Claims["acr"] = "substantial";
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return default;
    }

    /// <summary>Sent to the other provider.</summary>
    protected async Task<(VerificationRun Run, VerificationStep.Redirect Redirect)> SentAsync()
    {
        var begun = Assert.IsType<RunOutcome.Went>(await BeginAsync()).Run;
        return (begun, Assert.IsType<VerificationStep.Redirect>(begun.Step));
    }

    protected async Task<RunOutcome> BeginAsync() =>
        await Verifications.BeginAsync(Alice, "provider", new Dictionary<string, string>(), new RunPurpose("gpg45:medium", null, "en"), Cancellation);

    /// <summary>Back from there.</summary>
    protected Task<RunOutcome> BackAsync(VerificationStep.Redirect redirect, Dictionary<string, string> brought, Guid? by = null) =>
        Verifications.CallbackAsync(redirect.CallbackState, new RunHolder.Owner(by ?? Alice), brought, Cancellation);

    /// <summary>There and back.</summary>
    protected async Task<VerificationRun> GoneAsync()
    {
        var (_, redirect) = await SentAsync();
        return Assert.IsType<RunOutcome.Went>(await BackAsync(redirect, Other.Agree(redirect.Address))).Run;
    }

    protected async Task<VerificationRun> ConfirmAsync(VerificationRun shown) => Assert.IsType<RunOutcome.Went>(
        await Verifications.ContinueAsync(shown.Id, new RunHolder.Owner(Alice), shown.Version, new StepAnswer.Look(), Cancellation)).Run;

    /// <summary>All of it.</summary>
    protected async Task<HeldEvidence> ProvenAsync()
    {
        var shown = await GoneAsync();
        Assert.IsType<VerificationStep.Show>(shown.Step);
        Assert.Equal(RunStatus.Proven, (await ConfirmAsync(shown)).Status);
        return Assert.Single(await HeldAsync());
    }

    protected async Task<IReadOnlyList<HeldEvidence>> HeldAsync() => (await host.Provider.Get<IdentityRecord>().HeldAsync(Alice, Cancellation)).Evidence;

    /// <summary>It ended without evidence, and for that cause and no other.</summary>
    protected async Task AssertRefusedAsync(VerificationRun run, RefusalReason reason, string cause)
    {
        Assert.Equal(reason, run.Reason ?? (run.Status is RunStatus.Cancelled ? RefusalReason.Cancelled : null));
        Assert.Equal($"Verifier provider refused somebody: {cause}", host.Log.Lines[^1]);
        Assert.Empty(await HeldAsync());
    }

    /// <summary>There and back, and refused.</summary>
    protected async Task AssertRefusedAsync(string cause, RefusalReason reason = RefusalReason.Unavailable) => await AssertRefusedAsync(await GoneAsync(), reason, cause);
}
