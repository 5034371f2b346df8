using Identity.Domain.Accounts;
using Identity.Domain.Audit;
using Identity.Domain.Credentials.WebAuthn;
using Identity.Domain.Storage;

namespace Identity.Domain.Credentials.Passkeys;

/// <summary>The passkeys of an account: shown, renamed, removed. Safe for concurrent use.</summary>
public sealed class PasskeyStore(IDatabase database, Ledger ledger, RelyingParty relyingParty)
{
    /// <summary>All of an account's, the oldest first.</summary>
    public Task<IReadOnlyList<Passkey>> ListAsync(Guid account, CancellationToken cancellationToken) =>
        database.ReadAsync(read => read.ListAsync(PasskeyStatements.List, Passkey.Of, ("account", account)), cancellationToken);

    /// <summary>Gives one another name, and tells its owner.</summary>
    /// <param name="account">Whose it is.</param>
    /// <param name="passkey">Which.</param>
    /// <param name="nickname">What <see cref="PasskeyNickname.Read"/> accepts.</param>
    /// <param name="session">The session that asks, which must be alive.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether it has that name now.</returns>
    public async Task<bool> RenameAsync(Guid account, Guid passkey, string nickname, Guid session, CancellationToken cancellationToken)
    {
        if (PasskeyNickname.Read(nickname) is not { } name)
            return false;
        return await ChangeAsync(account, write => write.ExecuteAsync(PasskeyStatements.Rename,
                ("id", passkey), ("account", account), ("session", session), ("nickname", name)),
            PasskeyRecords.Entry(account, passkey, AuditEvents.PasskeyRenamed), PasskeyMessages.Renamed, cancellationToken);
    }

    /// <summary>Removes one, and tells its owner. The last way in stays.</summary>
    /// <returns>Whether it was there.</returns>
    public Task<bool> RemoveAsync(Guid account, Guid passkey, Guid session, CancellationToken cancellationToken) => ChangeAsync(
        account,
        async write =>
        {
            await write.FirstAsync(PasskeyStatements.Lock, row => row.GetGuid(0), ("account", account));
            return await write.ExecuteAsync(PasskeyStatements.Remove, ("id", passkey), ("account", account), ("session", session));
        },
        PasskeyRecords.Entry(account, passkey, AuditEvents.PasskeyRemoved), PasskeyMessages.Removed, cancellationToken);

    /// <summary>What to tell the browser after a change, or null when there is no such account.</summary>
    public async Task<PasskeySignals?> SignalsAsync(Guid account, CancellationToken cancellationToken)
    {
        var (user, credentials) = await database.ReadAsync(async read => (
            await read.FirstAsync(AccountStatements.Claims, UserEntity.Of, ("id", account)),
            await read.ListAsync(PasskeyStatements.Credentials, CredentialDescriptor.Of, ("account", account))), cancellationToken);
        return user is null
            ? null
            : new(relyingParty.Id, Base64UrlText.Of(user.Handle),
                [.. credentials.Where(credential => !credential.IsSuspended).Select(credential => Base64UrlText.Of(credential.Id))], user.Name, user.DisplayName);
    }

    private async Task<bool> ChangeAsync(
        Guid account, Func<IStatements, ValueTask<int>> change, AuditEntry entry, string message, CancellationToken cancellationToken) => (await ledger.RecordAsync(
        async write =>
        {
            var rows = await change(write);
            return (Rows: rows, Owner: rows == 0 ? null : await write.FirstAsync(AccountStatements.Find, KnownAccount.Of, ("id", account)));
        },
        changed => changed.Rows == 0 ? Recorded.Nothing : PasskeyRecords.Told(changed.Owner, entry, message),
        cancellationToken)).Rows > 0;
}
