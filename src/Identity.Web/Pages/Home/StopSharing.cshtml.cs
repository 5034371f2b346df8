using Identity.Domain.Consent;
using Identity.Domain.Partners;
using Identity.Domain.Sessions;
using Identity.Protocol.Interaction;
using Identity.Web.Pages.Errors;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.Home;

/// <summary>Ends what an application may have: its consent goes, and every grant under it.</summary>
internal sealed class StopSharingModel(BrowserSession browser, ConsentStore consents, ClientDirectory clients) : JourneyPage
{
    [FromRoute(Name = "client")]
    public string ClientId { get; set; } = "";

    public string Application => clients.Current.Find(ClientId)?.ClientName ?? ClientId;

    public async Task<IActionResult> OnGetAsync() => (await FindAsync()).Elsewhere ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        var (session, elsewhere) = await FindAsync();
        if (session is null)
            return elsewhere ?? Next(Url.Home());

        await consents.WithdrawAsync(session.AccountId, ClientId, HttpContext.RequestAborted);
        return Next(Url.Home());
    }

    private async Task<(Session? Session, IActionResult? Elsewhere)> FindAsync()
    {
        if (await browser.FindAsync(HttpContext) is not { } session)
            return (null, Next(Url.Home()));
        return await consents.FindAsync(session.AccountId, ClientId, HttpContext.RequestAborted) is null
            ? (null, new ErrorResult(ErrorView.NotFound))
            : (session, null);
    }
}
