using Identity.Domain.Phones;
using Identity.Domain.Sessions;
using Identity.Web.Pages.Errors;
using Identity.Web.Pages.SignIn;
using Identity.Web.Pages.SignInDetails;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.Phones;

/// <summary>Takes a telephone away, which hears of it itself.</summary>
internal sealed class RemoveModel(Confirmation confirmation, PhoneStore phones) : JourneyPage
{
    [FromRoute(Name = "phone")]
    public Guid Id { get; set; }

    public string Ending { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync() => (await FindAsync()).Elsewhere ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        var (session, elsewhere) = await FindAsync();
        if (session is null || elsewhere is not null)
            return elsewhere ?? DeadEnd();

        // Whoever was signed out meanwhile comes back to this page, and signs in on the way.
        if (!await phones.RemoveAsync(session, session.AccountId, Id, HttpContext.RequestAborted))
            return Next(Url.RemovePhone(Id));
        TempData[PasskeyNews.Key] = "phones.removed";
        return Next(Url.SignInDetails());
    }

    private async Task<(Session? Session, IActionResult? Elsewhere)> FindAsync()
    {
        var (session, elsewhere) = await confirmation.RequireAsync(Url, Url.RemovePhone(Id));
        if (session is null)
            return (null, elsewhere);
        if ((await phones.OfAsync(session.AccountId, HttpContext.RequestAborted)).FirstOrDefault(own => own.Id == Id) is not { } phone)
            return (session, new ErrorResult(ErrorView.NotFound));
        Ending = phone.Number.Ending;
        return (session, null);
    }
}
