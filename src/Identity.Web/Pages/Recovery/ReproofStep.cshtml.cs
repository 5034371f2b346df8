using Identity.Domain.Verification.Runs;
using Identity.Web.Locales;
using Identity.Web.Pages.Prove;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.Recovery;

/// <summary>One step of a proof that leads back into an account. What it proved is weighed where the ways are listed.</summary>
[RequestSizeLimit(MostBytes)]
internal sealed class ReproofStepModel(ReproofEntry entry, Verifications verifications, OfferedVerifiers offered, Text text) : StepPage(verifications, offered, text)
{
    private readonly Verifications _verifications = verifications;

    public override string Ways => Url.RecoverIdentity(Journey);

    public override string? Appeal => Url.RecoverSupport(Journey);

    public override string ComeBack => "recover.identity.comeBack";

    protected override async Task<IActionResult?> EnterAsync()
    {
        var (found, elsewhere) = await entry.FindAsync(this);
        Holder = new RunHolder.Recovery(Journey);
        return found is null ? elsewhere : null;
    }

    protected override IActionResult? Ended(VerificationRun run) => run.Status is RunStatus.Proven ? Next(Ways) : null;

    protected override void Leave() => TempData[BackModel.RecoveryKey] = Journey;

    protected override Task StopAsync() => _verifications.CancelAsync(Run, new RunHolder.Recovery(Journey), Aborted);
}
