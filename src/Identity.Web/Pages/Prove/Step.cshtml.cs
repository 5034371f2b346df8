using Identity.Domain.Verification.Runs;
using Identity.Web.Locales;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.Prove;

/// <summary>One step of a proof that goes on record.</summary>
[RequestSizeLimit(MostBytes)]
internal sealed class StepModel(ProveStep step, Verifications verifications, OfferedVerifiers offered, Text text) : StepPage(verifications, offered, text)
{
    private readonly Verifications _verifications = verifications;

    private Guid _account;

    public override string Ways => Url.Prove(Journey);

    public override string? Appeal => Url.Appeal(Journey);

    public override string ComeBack => "prove.comeBack";

    protected override async Task<IActionResult?> EnterAsync()
    {
        var (found, elsewhere) = await step.EnterAsync(this);
        if (found is null)
            return elsewhere;
        (Holder, _account) = (found.Holder, found.Session.AccountId);
        return null;
    }

    protected override void Leave() => TempData[BackModel.Key] = Journey;

    protected override Task StopAsync() => _verifications.CancelAsync(Run, _account, Aborted);
}
