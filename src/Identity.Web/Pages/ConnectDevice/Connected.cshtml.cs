using Identity.Protocol.DeviceAuthorization;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.ConnectDevice;

/// <summary>W3: the device goes on by itself.</summary>
internal sealed class ConnectedModel(DeviceConnections connections) : JourneyPage
{
    public string Application { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync()
    {
        if (await connections.FindAsync(HttpContext, Journey) is not DeviceStep.Answered(true, var client))
            return Next(Url.DeviceQuestion(Journey));

        Application = client.ClientName;
        return Page();
    }
}
