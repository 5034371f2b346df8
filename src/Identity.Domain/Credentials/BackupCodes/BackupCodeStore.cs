using Identity.Domain.Accounts;
using Identity.Domain.Keys;
using Identity.Domain.Sessions;
using Identity.Domain.Storage;

namespace Identity.Domain.Credentials.BackupCodes;

/// <summary>The tables of backup codes, which hold no code.</summary>
public sealed class BackupCodeStore(IDatabase database, InstanceSecrets secrets, TimeProvider clock)
{
    internal enum State
    {
        Unknown,
        Fresh,
        Used,
    }

    internal sealed record Use(KnownAccount Owner, int Left);

    internal async ValueTask<bool> ReplaceAsync(IStatements write, Session session, Guid account, BackupCodeList list)
    {
        var began = await write.ExecuteAsync(BackupCodeStatements.Begin,
            ("account", account), ("session", session.Id), ("now", list.MadeAt.ToUnixTimeMilliseconds()));
        if (began == 0)
            return false;

        await write.ExecuteAsync(BackupCodeStatements.Clear, ("account", account));
        foreach (var code in list.Codes)
            await write.ExecuteAsync(BackupCodeStatements.Insert, ("hash", Hash(account, code)), ("account", account));
        return true;
    }

    internal static async ValueTask<bool> RemoveAsync(IStatements write, Session session, Guid account)
    {
        if (await write.ExecuteAsync(BackupCodeStatements.RemoveSheet, ("account", account), ("session", session.Id)) == 0)
            return false;

        await write.ExecuteAsync(BackupCodeStatements.Clear, ("account", account));
        return true;
    }

    internal Task<State> FindAsync(Guid account, BackupCode code, CancellationToken cancellationToken)
    {
        var hash = Hash(account, code);
        return database.ReadAsync(read => read.FirstAsync(BackupCodeStatements.Find, row => row.IsDBNull(0) ? State.Fresh : State.Used, ("hash", hash)), cancellationToken);
    }

    /// <returns>Null when another request used it first.</returns>
    internal async ValueTask<Use?> UseAsync(IStatements write, Guid account, BackupCode code)
    {
        var rows = await write.ExecuteAsync(BackupCodeStatements.Use,
            ("hash", Hash(account, code)), ("now", clock.GetUtcNow().ToUnixTimeMilliseconds()));
        if (rows == 0)
            return null;

        var owner = await write.FirstAsync(AccountStatements.Find, KnownAccount.Of, ("id", account));
        return new Use(owner ?? throw new InvalidOperationException("A backup code belongs to no account."), await LeftAsync(write, account));
    }

    internal Task<BackupCodeCount> CountAsync(Guid account, CancellationToken cancellationToken) => database.ReadAsync(async read =>
    {
        var made = await read.FirstAsync(BackupCodeStatements.MadeAt, row => (long?)row.GetInt64(0), ("account", account));
        return made is { } at
            ? new BackupCodeCount(await LeftAsync(read, account), DateTimeOffset.FromUnixTimeMilliseconds(at))
            : new BackupCodeCount(0, null);
    }, cancellationToken);

    private static async ValueTask<int> LeftAsync(IStatements read, Guid account) =>
        (int)await read.FirstAsync(BackupCodeStatements.Left, row => row.GetInt64(0), ("account", account));

    private byte[] Hash(Guid account, BackupCode code) => code.Hash(secrets.Get("backup-codes"), account);
}
