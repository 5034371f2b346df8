using Identity.Domain.Accounts;
using Identity.Domain.Credentials.BackupCodes;
using Identity.Domain.Sessions;
using Identity.Protocol.Interaction;
using Identity.Web.Pages.Backup;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.Create;

/// <summary>The sheet that somebody without an e-mail address keeps: their sign-in ID and backup codes, on one page.</summary>
internal sealed class FirstSheet(AccountStore accounts, BackupCodes codes, BackupSheets sheets)
{
    /// <returns>The page that shows it, and leads on to where they were going; that itself when there is nothing to show.</returns>
    public async Task<string> MakeAsync(HttpContext context, IUrlHelper url, Session session, AuthorizationInteraction interaction) =>
        await accounts.FindAsync(session.AccountId, context.RequestAborted) is { } account
            && await codes.CreateAsync(session, account, context.RequestAborted) is { } list
            ? url.BackupSheet(await sheets.KeepAsync(context, session, list, account.SignInId, interaction.Key))
            : interaction.ContinueUrl;
}
