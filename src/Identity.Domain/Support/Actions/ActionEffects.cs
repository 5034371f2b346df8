using System.Diagnostics;
using System.Security.Cryptography;
using Identity.Domain.Accounts;
using Identity.Domain.Grants;
using Identity.Domain.Sessions;
using Identity.Domain.Storage;

namespace Identity.Domain.Support.Actions;

/// <summary>What an action changes, within the transaction in which it was decided.</summary>
internal static class ActionEffects
{
    /// <returns>Whether anything was changed.</returns>
    public static async ValueTask<bool> ApplyAsync(IStatements write, Guid account, SupportAction action, Guid? target, long now)
    {
        switch (action)
        {
            case SupportAction.SendHelp or SupportAction.StartRecovery:
                // A message, or a way back that its own room opens.
                return true;
            case SupportAction.SignOut:
                await SignOutAsync(write, account, now);
                return true;
            case SupportAction.Freeze:
                return await HoldAsync(write, account, HoldReason.Safety, now);
            case SupportAction.Deceased:
                return await HoldAsync(write, account, HoldReason.Review, now);
            case SupportAction.Unfreeze:
                return await write.ExecuteAsync(AccountStatements.Release, ("id", account), ("stamp", Stamp())) > 0;
            case SupportAction.RemoveApp:
                return await RemovedAsync(write, account, await write.ExecuteAsync(RequestStatements.RemoveApp, ("account", account)));
            case SupportAction.RemovePasskey:
                return await RemovedAsync(write, account, await write.ExecuteAsync(RequestStatements.RemovePasskey, ("account", account), ("id", target ?? Guid.Empty)));
            default:
                throw new UnreachableException();
        }
    }

    private static async ValueTask SignOutAsync(IStatements write, Guid account, long now)
    {
        await write.ExecuteAsync(SessionStatements.EndOfAccount, ("account", account), ("keep", Guid.Empty), ("now", now));
        await write.ExecuteAsync(GrantStatements.EndWithOtherSessions, ("account", account), ("keep", Guid.Empty), ("now", now));
        await write.ExecuteAsync(TrustedDevices.Forget, ("account", account));
    }

    internal static async ValueTask<bool> HoldAsync(IStatements write, Guid account, HoldReason reason, long now)
    {
        if (await write.ExecuteAsync(AccountStatements.Hold, ("id", account), ("reason", reason.ToString()), ("now", now), ("stamp", Stamp())) == 0)
            return false;
        await write.ExecuteAsync(SessionStatements.EndOfAccount, ("account", account), ("keep", Guid.Empty), ("now", now));
        await write.ExecuteAsync(GrantStatements.RevokeOfAccount, ("account", account), ("now", now));
        return true;
    }

    // A device was trusted to leave out the second steps there were, and no other.
    private static async ValueTask<bool> RemovedAsync(IStatements write, Guid account, int rows)
    {
        if (rows > 0)
            await write.ExecuteAsync(TrustedDevices.Forget, ("account", account));
        return rows > 0;
    }

    private static string Stamp() => RandomNumberGenerator.GetHexString(32);
}
