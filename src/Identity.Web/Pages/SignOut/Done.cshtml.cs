using Identity.Protocol.FrontChannelLogout;
using Identity.Web.Components;
using Identity.Web.Headers;

namespace Identity.Web.Pages.SignOut;

/// <summary>The session has ended. Applications that have to be told in this browser are told here, before it goes on to where it was to go.</summary>
internal sealed class DoneModel(SigningOut signingOut) : JourneyPage
{
    /// <summary>Their pages.</summary>
    public IReadOnlyList<string> Frames { get; private set; } = [];

    /// <summary>Where to go next, when an application said so.</summary>
    public string? Onward { get; private set; }

    public async Task OnGetAsync()
    {
        if (await signingOut.FindAsync(HttpContext, Journey) is not { } told)
            return;

        (Frames, Onward) = (told.Frames, told.ReturnTo);
        PageFrame.Of(HttpContext).Onward = Onward;
        foreach (var page in Frames)
            HttpContext.AllowFrameOf(new Uri(page));
    }
}
