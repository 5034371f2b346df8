using Identity.Domain.Accounts;
using Identity.Domain.Credentials.BackupCodes;
using Identity.Domain.SignInIds;
using Identity.Web.Pages.Home;
using Identity.Web.Pages.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.Backup;

/// <summary>How many codes are left, and a way to new ones.</summary>
internal sealed class IndexModel(Confirmation confirmation, AccountStore accounts, BackupCodes codes, BackupSheets sheets) : JourneyPage
{
    private const string Get = "backup.get";
    private const string GetNew = "backup.getNew";

    public BackupCodeCount Count { get; private set; } = new(0, null);

    /// <summary>The words of the button, by their key.</summary>
    public string Submit => Count.MadeAt is null ? Get : GetNew;

    /// <summary>Whether new codes were just saved.</summary>
    [TempData]
    public bool Saved { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        var (session, elsewhere) = await confirmation.RequireAsync(Url, Url.BackupCodes());
        if (session is null)
            return elsewhere!; // One of them is there.

        Count = await codes.LeftAsync(session.AccountId, HttpContext.RequestAborted);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromServices] SignInIds signInIds)
    {
        var (session, elsewhere) = await confirmation.RequireAsync(Url, Url.BackupCodes());
        if (session is null || await accounts.FindAsync(session.AccountId, HttpContext.RequestAborted) is not { } account)
            return elsewhere ?? Next(Url.Home());

        // Whoever was signed out meanwhile comes back to this page, and signs in on the way.
        if (await codes.CreateAsync(session, account, HttpContext.RequestAborted) is not { } list)
            return Next(Url.BackupCodes());
        var id = await signInIds.GiveAsync(session, account.Id, HttpContext.RequestAborted);
        return Next(Url.BackupSheet(await sheets.KeepAsync(HttpContext, session, list, id?.Text)));
    }
}
