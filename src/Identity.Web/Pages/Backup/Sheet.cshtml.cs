using System.Net.Mime;
using System.Text;
using Identity.Protocol.Interaction;
using Identity.Web.Locales;
using Identity.Web.Pages.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.Backup;

/// <summary>New codes, to be printed, downloaded or written down. They are not shown again once they are saved.</summary>
internal sealed class SheetModel(Confirmation confirmation, BackupSheets sheets, Interactions interactions, Text text) : JourneyPage
{
    public BackupSheets.Sheet Sheet { get; private set; } = new(default, [], default);

    public async Task<IActionResult> OnGetAsync() => await ElsewhereAsync() ?? Page();

    public async Task<IActionResult> OnPostDownloadAsync() => await ElsewhereAsync()
        ?? File(Encoding.UTF8.GetBytes(Written()), $"{MediaTypeNames.Text.Plain}; charset=utf-8", "backup-codes.txt");

    /// <remarks>Asks for no confirmation: it only hides them.</remarks>
    public async Task<IActionResult> OnPostSavedAsync([FromServices] BrowserSession browser)
    {
        var then = await browser.FindAsync(HttpContext) is { } session && (await sheets.FindAsync(HttpContext, session, Journey))?.Then is { } journey
            ? await interactions.FindAsync(HttpContext, journey)
            : null;
        var saved = await sheets.ForgetAsync(Journey, HttpContext.RequestAborted);
        if (then is not null)
            return Next(then.ContinueUrl);
        TempData[nameof(IndexModel.Saved)] = saved;
        return Next(Url.BackupCodes());
    }

    private async Task<IActionResult?> ElsewhereAsync()
    {
        var (session, elsewhere) = await confirmation.RequireAsync(Url, Url.BackupSheet(Journey));
        if (session is null)
            return elsewhere;
        if (await sheets.FindAsync(HttpContext, session, Journey) is not { } sheet)
            return Next(Url.BackupCodes());

        Sheet = sheet;
        if (sheet.Then is not null && await interactions.FindAsync(HttpContext, sheet.Then) is { } then)
            MayEndAt(then);
        return null;
    }

    private string Written() => string.Join("\r\n", (string[])
    [
        text["brand.name"].ToString(), text["backup.sheet.title"].ToString(), "",
        text["backup.sheet.purpose"].ToString(), text["backup.sheet.made", ("when", text.Moment(Sheet.MadeAt))].ToString(), "",
        .. Sheet.SignInId is { } id ? (string[])[text["backup.sheet.id"].ToString(), id, ""] : [], .. Sheet.Codes, "",
    ]);
}
