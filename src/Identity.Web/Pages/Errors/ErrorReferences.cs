using Identity.Domain.Storage;
using Identity.Domain.Support.Lookup;
using Identity.Protocol.Interaction;

namespace Identity.Web.Pages.Errors;

/// <summary>Keeps the reference of a dead end with the account that saw it, so that its owner is found by reading it out.</summary>
internal sealed class ErrorReferences(BrowserSession browser, SupportReferences references)
{
    public async Task KeepAsync(HttpContext context, string reference)
    {
        try
        {
            if (await browser.FindAsync(context) is { } session)
                await references.KeepAsync(reference, session.AccountId, context.RequestAborted);
        }
        catch (StorageUnavailableException)
        {
            // The page is shown all the same: it may be the one that says so.
        }
    }
}
