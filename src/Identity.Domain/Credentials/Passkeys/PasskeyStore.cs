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

    /// <summary>Gives one another name.</summary>
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
        return await ledger.RecordAsync(
            write => write.ExecuteAsync(PasskeyStatements.Rename, ("id", passkey), ("account", account), ("session", session), ("nickname", name)),
            rows => rows == 0 ? Recorded.Nothing : Recorded.Of(PasskeyRecords.Entry(account, passkey, AuditEvents.PasskeyRenamed)), cancellationToken) > 0;
    }

    /// <summary>Removes one, and tells its owner. Whether another way in is left is the caller's to ask.</summary>
    /// <returns>Whether it was there.</returns>
    public async Task<bool> RemoveAsync(Guid account, Guid passkey, Guid session, CancellationToken cancellationToken) => (await ledger.RecordAsync(
        async write =>
        {
            await write.FirstAsync(PasskeyStatements.Lock, row => row.GetGuid(0), ("account", account));
            var rows = await write.ExecuteAsync(PasskeyStatements.Remove, ("id", passkey), ("account", account), ("session", session));
            return (Rows: rows, Owner: rows == 0 ? null : await write.FirstAsync(AccountStatements.Find, KnownAccount.Of, ("id", account)));
        },
        removed => removed.Rows == 0
            ? Recorded.Nothing
            : PasskeyRecords.Told(removed.Owner, PasskeyRecords.Entry(account, passkey, AuditEvents.PasskeyRemoved), PasskeyMessages.Removed),
        cancellationToken)).Rows > 0;

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
}
