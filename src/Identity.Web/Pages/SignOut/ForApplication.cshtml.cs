using Identity.Protocol.EndSession;
using Identity.Web.Headers;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.SignOut;

/// <summary>An application asked to sign the person out, without showing that the wish is theirs.</summary>
internal sealed class ForApplicationModel(EndSessionInteractions interactions) : JourneyPage
{
    /// <summary>Its name, when it said who it is.</summary>
    public string? Application { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (await interactions.FindAsync(HttpContext, Journey) is not { } asked)
            return DeadEnd();

        Application = asked.ClientName;
        if (asked.ReturnTo is { } returnTo)
            HttpContext.AllowFormActionTo(new Uri(returnTo));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await interactions.FindAsync(HttpContext, Journey) is not { } asked)
            return DeadEnd();

        return Next(await interactions.SignOutAsync(HttpContext, Journey, asked));
    }
}
