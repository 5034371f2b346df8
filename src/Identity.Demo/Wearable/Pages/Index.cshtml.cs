using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Identity.Demo.Wearable.Pages;

internal sealed class IndexModel(Watch watch) : PageModel
{
    private const string Every = "3";

    public WatchFace Face { get; private set; } = new WatchFace.Alone();

    /// <summary>The picture of the address, while there is one.</summary>
    public Picture Shown { get; private set; } = new(1, "");

    public void OnGet()
    {
        Face = watch.Face;
        if (Face is WatchFace.Code code) Shown = Picture.Of(code.Codes.VerificationUriComplete);
        // A screen, not a page to read: it shows what is now.
        if (Face.Moves) Response.Headers["Refresh"] = Every;
    }

    public async Task<IActionResult> OnPostConnectAsync(CancellationToken cancellation)
    {
        await watch.ConnectAsync(cancellation);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostForgetAsync(CancellationToken cancellation)
    {
        await watch.ForgetAsync(cancellation);
        return RedirectToPage();
    }
}
