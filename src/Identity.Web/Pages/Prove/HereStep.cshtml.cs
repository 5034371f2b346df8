using Identity.Domain.Verification.Runs;
using Identity.Protocol.Interaction;
using Identity.Web.Locales;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.Prove;

/// <summary>One step of a proof on the device that took it over. What becomes of it is shown where it began.</summary>
[RequestSizeLimit(MostBytes)]
internal sealed class HereStepModel(Verifications verifications, OfferedVerifiers offered, Text text) : StepPage(verifications, offered, text)
{
    public override string Ways => Url.Step("/Prove/HereDone");

    public override string ComeBack => "prove.here.comeBack";

    protected override Task<IActionResult?> EnterAsync()
    {
        if (BrowserSession.Bound(HttpContext) is not { } device)
            return Task.FromResult<IActionResult?>(Next(Url.Step("/Prove/Here")));
        Holder = new RunHolder.Device(device);
        return Task.FromResult<IActionResult?>(null);
    }

    protected override void Leave() => TempData[BackModel.HereKey] = true;

    // Only its owner can end it, where it began.
    protected override Task StopAsync() => Task.CompletedTask;
}
