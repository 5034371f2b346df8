using System.Security.Cryptography;
using Identity.Domain.Accounts;
using Identity.Domain.Audit;
using Identity.Domain.Sessions;
using Identity.Domain.Storage;

namespace Identity.Domain.SignInIds;

/// <summary>Gives accounts their sign-in IDs, and finds accounts by them. Safe for concurrent use.</summary>
public sealed class SignInIds(IDatabase database, Ledger ledger)
{
    // Two IDs alike are as likely as one account is, among all there are, in 1.5 x 10^11.
    private const int Tries = 5;

    /// <summary>The account of an ID, or null.</summary>
    public Task<KnownAccount?> FindAsync(SignInId id, CancellationToken cancellationToken) =>
        database.ReadAsync(read => read.FirstAsync(AccountStatements.FindBySignInId, KnownAccount.Of, ("key", id.Text)), cancellationToken);

    /// <summary>The account of whatever was typed as an ID, or null.</summary>
    public async Task<KnownAccount?> FindAsync(string? typed, CancellationToken cancellationToken) =>
        SignInId.Read(typed) is { } id ? await FindAsync(id, cancellationToken) : null;

    /// <summary>Gives an account an ID, unless it has one.</summary>
    /// <param name="session">The session that asks, which must be alive.</param>
    /// <param name="account">Whose it will be.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The one it has from now on; null when the session has ended.</returns>
    public async Task<SignInId?> GiveAsync(Session session, Guid account, CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < Tries; tries++)
        {
            if (await database.ReadAsync(read => read.FirstAsync(AccountStatements.Find, KnownAccount.Of, ("id", account)), cancellationToken) is not { } owner)
                return null;
            if (SignInId.Read(owner.SignInId) is { } held)
                return held;

            var id = SignInId.Create();
            var given = await ledger.RecordAsync(
                write => write.ExecuteAsync(AccountStatements.GiveSignInId, ("account", account), ("session", session.Id), ("key", id.Text), ("stamp", RandomNumberGenerator.GetHexString(32))),
                rows => rows == 0 ? Recorded.Nothing : Recorded.Of(Given(account, id)), cancellationToken);
            if (given > 0)
                return id;
        }

        return null;
    }

    /// <summary>What the audit says of an ID that was given.</summary>
    internal static AuditEntry Given(Guid account, SignInId id) => new(AuditSubject.Account(account), AuditEvents.SignInIdGiven)
    {
        Personal = new Dictionary<string, string> { ["sign_in_id"] = id.Text },
    };
}
