using Identity.Domain.Accounts;
using Identity.Domain.Audit;
using Identity.Domain.Contacts;
using Identity.Domain.Notifications;
using Identity.Domain.Recovery;
using Identity.Domain.Sessions;
using Identity.Domain.Storage;

namespace Identity.Domain.Support.Holds;

/// <summary>
/// Closes an account for good: every way in and every contact goes, every session and grant ends, and its e-mail address may
/// have another account. Not here: erasing what else is known of its owner.
/// </summary>
public sealed class AccountClosure(Reach reach, TimeProvider clock)
{
    private static readonly Statement Empty = new("support-closures.empty",
        """
        UPDATE accounts SET password_hash = NULL, user_name = NULL, normalized_user_name = NULL, email = NULL, normalized_email = NULL, email_confirmed = FALSE,
            phone_number = NULL, phone_number_confirmed = FALSE, address = NULL, updated_at = @now, security_stamp = @stamp, concurrency_stamp = @stamp
        WHERE id = @account
        """);

    private static readonly Statement Phones = new("support-closures.phones", "DELETE FROM phones WHERE account_id = @account RETURNING number, takes_texts");

    // What lets somebody in, or would once more.
    private static readonly Statement[] Ways = [.. new[]
    {
        "passkeys", "authenticator_apps", "upstream_links", "backup_codes", "backup_code_sheets", "recovery_contacts", "trusted_devices", "email_changes", "letter_codes", "notice_links", "support_references",
    }.Select(table => new Statement($"support-closures.{table}", $"DELETE FROM {table} WHERE account_id = @account"))];

    /// <summary>Closes it, unless its owner has come back meanwhile.</summary>
    /// <returns>What it leaves behind, or null when nothing was changed.</returns>
    internal async ValueTask<Recorded?> ApplyAsync(IStatements write, Guid account)
    {
        if (!await SupportHolds.TakeClosingAsync(write, account))
            return null;

        // Its owner is told once more, by contacts that are theirs no longer.
        await RememberAsync(write, account);
        var now = clock.GetUtcNow();
        await write.ExecuteAsync(Empty, ("account", account), ("now", now.ToUnixTimeMilliseconds()), ("stamp", SupportHolds.Stamp()));
        foreach (var statement in Ways)
            await write.ExecuteAsync(statement, ("account", account));
        await SessionEndings.EndAllAsync(write, account, now);
        await Recoveries.EndAllAsync(write, account, RecoveryEnding.Cancelled, now);
        return Recorded.Of(new AuditEntry(AuditSubject.Account(account), AuditEvents.AccountClosed), new Notice(account, SupportMessages.Closed) { To = NoticeAudience.EverywhereAndFormer });
    }

    private async ValueTask RememberAsync(IStatements write, Guid account)
    {
        var owner = await write.FirstAsync(ReachStatements.Account, ReachableAccount.Of, ("account", account));
        if (owner?.Email is { } email)
            await reach.RememberAsync(write, account, new MessageRoute(MessageChannel.Email, email));
        foreach (var (number, texts) in await write.ListAsync(Phones, row => (row.GetString(0), row.GetBoolean(1)), ("account", account)))
        {
            if (texts)
                await reach.RememberAsync(write, account, new MessageRoute(MessageChannel.Text, number));
        }

        if (owner?.Letter is { } letter)
            await reach.RememberAsync(write, account, new MessageRoute(MessageChannel.Letter, letter));
    }
}
