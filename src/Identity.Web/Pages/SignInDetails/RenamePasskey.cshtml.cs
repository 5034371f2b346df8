using Identity.Domain.Credentials.Passkeys;
using Identity.Domain.Sessions;
using Identity.Web.Locales;
using Identity.Web.Pages.Errors;
using Identity.Web.Pages.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.SignInDetails;

/// <summary>A name that tells one passkey from another.</summary>
internal sealed class RenamePasskeyModel(Confirmation confirmation, PasskeyStore store, Text text) : JourneyPage
{
    [FromRoute(Name = "passkey")]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Nickname { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        var (_, passkey, elsewhere) = await FindAsync();
        Nickname ??= passkey?.Nickname;
        return elsewhere ?? Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var (session, _, elsewhere) = await FindAsync();
        if (session is null || elsewhere is not null)
            return elsewhere ?? DeadEnd();
        if (PasskeyNickname.Read(Nickname) is not { } name)
            return Problem(nameof(Nickname), text[string.IsNullOrWhiteSpace(Nickname) ? "details.rename.missing" : "details.rename.long"].ToString());

        await store.RenameAsync(session.AccountId, Id, name, session.Id, HttpContext.RequestAborted);
        TempData[PasskeyNews.Key] = "details.renamed";
        return Next(Url.SignInDetails());
    }

    private async Task<(Session? Session, Passkey? Passkey, IActionResult? Elsewhere)> FindAsync()
    {
        var (session, elsewhere) = await confirmation.RequireAsync(Url, Url.RenamePasskey(Id));
        if (session is null)
            return (null, null, elsewhere);
        var passkey = (await store.ListAsync(session.AccountId, HttpContext.RequestAborted)).FirstOrDefault(own => own.Id == Id);
        return (session, passkey, passkey is null ? new ErrorResult(ErrorView.NotFound) : null);
    }
}
