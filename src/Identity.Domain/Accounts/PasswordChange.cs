using System.Diagnostics;
using System.Security.Cryptography;
using Identity.Domain.Audit;
using Identity.Domain.Contacts;
using Identity.Domain.Credentials;
using Identity.Domain.Limits;
using Identity.Domain.Sessions;
using Identity.Domain.Storage;

namespace Identity.Domain.Accounts;

/// <summary>
/// Gives a citizen who is signed in another password. Whoever found the browser open must know the present one, within the
/// limits of signing in; every other session ends, and the owner is told.
/// </summary>
public sealed class PasswordChange(PasswordSignIn signIn, PasswordPolicy policy, Passwords passwords, Ledger ledger, TimeProvider clock)
{
    /// <param name="session">The session that asks; it goes on.</param>
    /// <param name="account">Whose it is.</param>
    /// <param name="present">What was typed as the present password.</param>
    /// <param name="wanted">What was typed as the new one.</param>
    /// <param name="network">Where the request came from.</param>
    /// <param name="knownDevice">Key of a device this account has signed in on before.</param>
    /// <param name="cancellationToken">Gives up, also while waiting for its turn.</param>
    public async Task<PasswordChangeOutcome> TryAsync(
        Session session, KnownAccount account, string? present, string? wanted, Network network, string? knownDevice, CancellationToken cancellationToken)
    {
        if (policy.Judge(wanted, PasswordUse.Alone, [account.Email, account.SignInId, account.Name]) is var verdict and not PasswordVerdict.Accepted)
            return new PasswordChangeOutcome.Refused(verdict);

        switch (await signIn.TryAsync(account.Identifier, present, network, knownDevice, cancellationToken))
        {
            case PasswordOutcome.Correct(var owner) when owner == account.Id:
                return present == wanted ? new PasswordChangeOutcome.Same() : await StoreAsync(session, account, wanted!, cancellationToken); // Accepted, so it is not null.
            case PasswordOutcome.TooManyAttempts(var retryAt):
                return new PasswordChangeOutcome.TooManyAttempts(retryAt);
            case PasswordOutcome.Busy(var retryAfter):
                return new PasswordChangeOutcome.Busy(retryAfter);
            case PasswordOutcome.Held:
                return new PasswordChangeOutcome.SignedOut();
            case PasswordOutcome.Wrong or PasswordOutcome.Correct:
                return new PasswordChangeOutcome.Wrong();
            default:
                throw new UnreachableException();
        }
    }

    private async Task<PasswordChangeOutcome> StoreAsync(Session session, KnownAccount account, string wanted, CancellationToken cancellationToken)
    {
        var hashed = await passwords.HashAsync(wanted, cancellationToken);
        if (hashed is PasswordHash.Busy(var retryAfter))
            return new PasswordChangeOutcome.Busy(retryAfter);

        var hash = ((PasswordHash.Hashed)hashed).Text;
        var changed = await ledger.RecordAsync(async write =>
        {
            var rows = await write.ExecuteAsync(AccountStatements.ChangePassword,
                ("id", account.Id), ("session", session.Id), ("password", hash), ("stamp", RandomNumberGenerator.GetHexString(32)));
            if (rows > 0)
            {
                await write.ExecuteAsync(TrustedDevices.Forget, ("account", account.Id));
                await SessionEndings.EndOthersAsync(write, account.Id, session.Id, clock.GetUtcNow());
            }

            return rows;
        }, rows => rows == 0 ? Recorded.Nothing : Record(account), cancellationToken);
        return changed > 0 ? new PasswordChangeOutcome.Changed() : new PasswordChangeOutcome.SignedOut();
    }

    private static Recorded Record(KnownAccount account) => Recorded.Of(
        new AuditEntry(AuditSubject.Account(account.Id), AuditEvents.PasswordChanged),
        new Notice(account.Id, AccountMessages.PasswordChanged));
}
