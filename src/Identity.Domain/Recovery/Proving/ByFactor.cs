using Identity.Domain.Accounts;
using Identity.Domain.Credentials;
using Identity.Domain.Credentials.AuthenticatorApps;
using Identity.Domain.Credentials.BackupCodes;

namespace Identity.Domain.Recovery.Proving;

/// <summary>They have the authenticator app.</summary>
internal sealed class ByApp(AuthenticatorApps apps) : IRecoveryProof
{
    public RecoveryProofs Kind => RecoveryProofs.AppCode;

    public async Task<ShowOutcome> CheckAsync(RecoveryAttempt attempt, string? typed, CancellationToken cancellationToken) =>
        await apps.TryAsync(attempt.Target, typed, attempt.Network, cancellationToken) switch
        {
            AppOutcome.Correct => new ShowOutcome.Shown(attempt.Target),
            AppOutcome.Unreadable(var reading) => new ShowOutcome.Unreadable(reading),
            AppOutcome.TooManyAttempts(var retryAt) => new ShowOutcome.TooManyAttempts(retryAt),
            _ => new ShowOutcome.Wrong(),
        };
}

/// <summary>They have a backup code, which is used up.</summary>
internal sealed class ByBackupCode(BackupCodes codes) : IRecoveryProof
{
    public RecoveryProofs Kind => RecoveryProofs.BackupCode;

    public async Task<ShowOutcome> CheckAsync(RecoveryAttempt attempt, string? typed, CancellationToken cancellationToken) =>
        await codes.TryAsync(attempt.Target, typed, attempt.Network, cancellationToken) switch
        {
            BackupCodeOutcome.Correct => new ShowOutcome.Shown(attempt.Target),
            BackupCodeOutcome.Empty => new ShowOutcome.Unreadable(new CodeReading.Empty()),
            BackupCodeOutcome.TooManyAttempts(var retryAt) => new ShowOutcome.TooManyAttempts(retryAt),
            _ => new ShowOutcome.Wrong(),
        };
}

/// <summary>They know the password.</summary>
internal sealed class ByPassword(PasswordSignIn passwords) : IRecoveryProof
{
    public RecoveryProofs Kind => RecoveryProofs.Password;

    public async Task<ShowOutcome> CheckAsync(RecoveryAttempt attempt, string? typed, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(typed))
            return new ShowOutcome.Unreadable(new CodeReading.Empty());
        return await passwords.TryAsync(Name(attempt), typed, attempt.Network, null, cancellationToken) switch
        {
            // A frozen account is what they may be here for; who else holds it is asked where the way back is opened.
            PasswordOutcome.Correct or PasswordOutcome.Held when attempt.Account is { } account => new ShowOutcome.Shown(account.Id),
            PasswordOutcome.TooManyAttempts(var retryAt) => new ShowOutcome.TooManyAttempts(retryAt),
            PasswordOutcome.Busy(var retryAfter) => new ShowOutcome.Busy(retryAfter),
            _ => new ShowOutcome.Wrong(),
        };
    }

    private static string Name(RecoveryAttempt attempt) => attempt is { IsKnown: true, Account: { } account } ? account.Email ?? account.SignInId ?? "" : attempt.Claim.Typed;
}
