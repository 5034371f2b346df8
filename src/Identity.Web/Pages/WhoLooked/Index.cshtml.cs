using Identity.Domain.Audit;
using Identity.Protocol.Interaction;
using Identity.Web.Pages.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.WhoLooked;

/// <summary>Who of our staff looked at the account, why, and what they did: from the citizen's own chain.</summary>
internal sealed class IndexModel(BrowserSession browser, AuditHistory history, Interactions interactions) : JourneyPage
{
    public IReadOnlyList<AuditedEvent> Events { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (await browser.FindAsync(HttpContext) is not { } session)
            return Next(Url.SignInEmail(await interactions.BeginOwnAsync(HttpContext, "/account/activity")));

        Events = await history.ListAsync(AuditSubject.Account(session.AccountId), "support.", HttpContext.RequestAborted);
        return Page();
    }
}
