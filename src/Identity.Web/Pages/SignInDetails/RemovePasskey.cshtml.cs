using Identity.Domain.Credentials.Passkeys;
using Identity.Domain.Credentials.WaysIn;
using Identity.Domain.Sessions;
using Identity.Web.Locales;
using Identity.Web.Pages.Errors;
using Identity.Web.Pages.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.SignInDetails;

/// <summary>Takes a passkey away, and says how its owner signs in from then on. The last way in stays.</summary>
internal sealed class RemovePasskeyModel(Confirmation confirmation, PasskeyStore store, WaysInStore waysIn, Text text) : JourneyPage
{
    [FromRoute(Name = "passkey")]
    public Guid Id { get; set; }

    public string Name { get; private set; } = "";

    /// <summary>Whether nobody could sign in without it.</summary>
    public bool IsLast { get; private set; }

    /// <summary>How its owner signs in then, by the key of the words.</summary>
    public string NextWay { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync() => (await FindAsync()).Elsewhere ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        var (session, elsewhere) = await FindAsync();
        if (session is null || elsewhere is not null)
            return elsewhere ?? DeadEnd();

        // The statement holds the same rule, for two tabs at once.
        if (IsLast || !await store.RemoveAsync(session.AccountId, Id, session.Id, HttpContext.RequestAborted))
            return Next(Url.RemovePasskey(Id));
        TempData[PasskeyNews.Key] = "details.removed";
        return Next(Url.SignInDetails());
    }

    private async Task<(Session? Session, IActionResult? Elsewhere)> FindAsync()
    {
        var (session, elsewhere) = await confirmation.RequireAsync(Url, Url.RemovePasskey(Id));
        if (session is null)
            return (null, elsewhere);
        if ((await store.ListAsync(session.AccountId, HttpContext.RequestAborted)).FirstOrDefault(own => own.Id == Id) is not { } passkey)
            return (session, new ErrorResult(ErrorView.NotFound));

        var held = await waysIn.FindAsync(session.AccountId, HttpContext.RequestAborted);
        var others = held.Passkeys - (passkey.IsSuspended ? 0 : 1);
        Name = new PasskeyCard(passkey).Title(text).ToString();
        IsLast = others <= 0 && !held.Password;
        NextWay = others > 0 ? "details.remove.otherPasskey" : held.App ? "details.remove.passwordAndApp" : "details.remove.password";
        return (session, null);
    }
}
