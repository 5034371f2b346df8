using System.Globalization;
using System.Security.Cryptography;
using Identity.Domain.Accounts;
using Identity.Domain.Audit;
using Identity.Domain.Contacts;
using Identity.Domain.Sessions;
using Identity.Domain.Storage;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Support.Holds;

/// <summary>
/// Accounts that staff hold: a pause ends by itself unless it is renewed, and one that is being closed can be opened again
/// until it is. The account of somebody who has died has no end of its own. Safe for concurrent use.
/// </summary>
public sealed class SupportHolds(IDatabase database, Ledger ledger, IOptions<SupportOptions> options, TimeProvider clock)
{
    /// <summary>When a pause that begins, or is renewed, now ends.</summary>
    public DateTimeOffset PauseEnd => clock.GetUtcNow() + options.Value.Pause;

    /// <summary>When an account is closed for good of which it is agreed now.</summary>
    public DateTimeOffset ClosingEnd => clock.GetUtcNow() + options.Value.Closing;

    /// <summary>Lets owners of accounts whose pause is over sign in again, and tells them.</summary>
    /// <returns>How many.</returns>
    public async Task<int> EndDueAsync(CancellationToken cancellationToken)
    {
        var due = await database.ReadAsync(read => read.ListAsync(HoldStatements.Due, row => row.GetGuid(0), ("now", Now)), cancellationToken);
        var ended = 0;
        foreach (var account in due)
            ended += await ledger.RecordAsync(write => EndAsync(write, account), released => released ? Released(account) : Recorded.Nothing, cancellationToken) ? 1 : 0;
        return ended;
    }

    /// <summary>Holds an account until <see cref="PauseEnd"/>.</summary>
    /// <returns>Whether it was not held before.</returns>
    internal ValueTask<bool> PauseAsync(IStatements write, Guid account) => KeepAsync(write, account, HoldReason.Safety, "Pause", PauseEnd);

    /// <summary>Holds an account that will be closed.</summary>
    /// <returns>Whether it was not held before.</returns>
    internal ValueTask<bool> CloseAsync(IStatements write, Guid account) => KeepAsync(write, account, HoldReason.Request, "Closing", ClosingEnd);

    /// <returns>Whether staff paused it, and the pause went on.</returns>
    internal async ValueTask<bool> RenewAsync(IStatements write, Guid account) =>
        await write.ExecuteAsync(HoldStatements.Renew, ("account", account), ("until", PauseEnd.ToUnixTimeMilliseconds())) > 0;

    /// <returns>Whether it was held to be closed, and is not any more.</returns>
    internal static async ValueTask<bool> ReopenAsync(IStatements write, Guid account) =>
        await write.FirstAsync(HoldStatements.TakeClosing, row => row.GetInt64(0), ("account", account)) is > 0 and var held && await ReleaseAsync(write, account, held);

    /// <summary>Whether an account is held to be closed still: its owner may have come back. Once.</summary>
    internal static async ValueTask<bool> TakeClosingAsync(IStatements write, Guid account) =>
        await write.FirstAsync(HoldStatements.TakeClosing, row => row.GetInt64(0), ("account", account)) is > 0 and var held
        && await write.FirstAsync(HoldStatements.IsHeldSince, row => row.GetInt32(0), ("account", account), ("held", held)) == 1;

    /// <summary>Holds an account, and ends every session and grant of it.</summary>
    internal static async ValueTask<bool> HoldAsync(IStatements write, Guid account, HoldReason reason, long now)
    {
        if (await write.ExecuteAsync(AccountStatements.Hold, ("id", account), ("reason", reason.ToString()), ("now", now), ("stamp", Stamp())) == 0)
            return false;
        await SessionEndings.EndAllAsync(write, account, DateTimeOffset.FromUnixTimeMilliseconds(now));
        return true;
    }

    private async ValueTask<bool> KeepAsync(IStatements write, Guid account, HoldReason reason, string kind, DateTimeOffset until) =>
        await HoldAsync(write, account, reason, Now)
        && await write.ExecuteAsync(HoldStatements.Keep, ("account", account), ("kind", kind), ("now", Now), ("until", until.ToUnixTimeMilliseconds())) > 0;

    private async ValueTask<bool> EndAsync(IStatements write, Guid account) =>
        await write.FirstAsync(HoldStatements.Take, row => row.GetInt64(0), ("account", account), ("now", Now)) is > 0 and var held && await ReleaseAsync(write, account, held);

    private static async ValueTask<bool> ReleaseAsync(IStatements write, Guid account, long held) =>
        await write.ExecuteAsync(HoldStatements.Release, ("account", account), ("held", held), ("stamp", Stamp())) > 0;

    private static Recorded Released(Guid account) => Recorded.Of(
        new AuditEntry(AuditSubject.Account(account), AuditEvents.SupportPauseEnded), new Notice(account, AccountMessages.AccountReleased));

    /// <summary>As messages carry a time.</summary>
    internal static string Moment(DateTimeOffset time) => time.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    internal static string Stamp() => RandomNumberGenerator.GetHexString(32);

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();
}
