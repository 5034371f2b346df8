using Identity.Protocol.DeviceAuthorization;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.ConnectDevice;

/// <summary>The person said no, or came too late. Nothing was granted.</summary>
internal sealed class NotConnectedModel(DeviceConnections connections) : JourneyPage
{
    /// <summary>Whether the code had been used or its time was over.</summary>
    public bool Late { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        var step = await connections.FindAsync(HttpContext, Journey);
        Late = step is DeviceStep.Late;
        return Late || step is DeviceStep.Answered(false, _) ? Page() : Next(Url.DeviceQuestion(Journey));
    }
}
