using System.Data.Common;
using Identity.Domain.Credentials.Passkeys;
using Identity.Domain.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace Identity.Domain.Accounts;

/// <summary>
/// The store behind Identity's <c>UserManager</c>, for the credentials that stand on Identity's own API. Passkeys are read
/// from their own table; <see cref="PasskeyEnrolment"/> and <see cref="PasskeyStore"/> alone change them.
/// Not mapped: claims, logins and tokens, until a room brings their tables.
/// </summary>
internal sealed class IdentityUserStore(IdentityContext context, IDatabase database, IdentityErrorDescriber errors)
    : UserOnlyStore<Account, IdentityContext, Guid>(context, errors)
{
    public override async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Account user, CancellationToken cancellationToken) =>
        [.. await database.ReadAsync(read => read.ListAsync(PasskeyStatements.InfoOfAccount, Info, ("account", user.Id)), cancellationToken)];

    public override Task<UserPasskeyInfo?> FindPasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken) =>
        database.ReadAsync(read => read.FirstAsync(PasskeyStatements.Info, Info, ("account", user.Id), ("credential", credentialId)), cancellationToken);

    public override async Task<Account?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken)
    {
        var owner = await database.ReadAsync(
            read => read.FirstAsync(PasskeyStatements.Owner, row => (Guid?)row.GetGuid(0), ("credential", credentialId)), cancellationToken);
        return owner is { } id ? await FindByIdAsync(id.ToString("D"), cancellationToken) : null;
    }

    /// <summary>The ceremony has stored it before Identity hears of it.</summary>
    public override Task AddOrUpdatePasskeyAsync(Account user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <exception cref="NotSupportedException">Always: without a session and an audit none is removed.</exception>
    public override Task RemovePasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken) => throw new NotSupportedException();

    // What was attested is not kept: what it proved is.
    private static UserPasskeyInfo Info(DbDataReader row) => new(
        (byte[])row[0], (byte[])row[1], DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2)), (uint)row.GetInt64(3),
        row.GetString(4).Split(' ', StringSplitOptions.RemoveEmptyEntries), row.GetBoolean(5), row.GetBoolean(6), row.GetBoolean(7), [], [])
    {
        Name = row.IsDBNull(8) ? null : row.GetString(8),
    };
}
