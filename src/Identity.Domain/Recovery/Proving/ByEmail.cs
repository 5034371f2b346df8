using Identity.Domain.Accounts;
using Identity.Domain.Credentials;

namespace Identity.Domain.Recovery.Proving;

/// <summary>They read the account's e-mail.</summary>
internal sealed class ByEmail(RecoveryCodes codes) : IRecoveryProof
{
    public RecoveryProofs Kind => RecoveryProofs.EmailCode;

    public Task<SendOutcome> AskAsync(RecoveryAttempt attempt, CancellationToken cancellationToken) =>
        codes.SendAsync(attempt, cancellationToken);

    public async Task<ShowOutcome> CheckAsync(RecoveryAttempt attempt, string? typed, CancellationToken cancellationToken) => OneTimeCode.Read(typed) is CodeReading.Read(var code)
        ? ShowOutcome.Of(await codes.CheckAsync(attempt, code, cancellationToken), attempt)
        : new ShowOutcome.Unreadable(OneTimeCode.Read(typed));
}

/// <summary>Somebody whom the owner chose has spoken with them, and gave them the code.</summary>
internal sealed class ByContact(RecoveryCodes codes, RecoveryContacts contacts) : IRecoveryProof
{
    public RecoveryProofs Kind => RecoveryProofs.ContactCode;

    public async Task<SendOutcome> AskAsync(RecoveryAttempt attempt, CancellationToken cancellationToken) => await codes.AskContactsAsync(
        attempt, await contacts.OfAsync(attempt.Target, cancellationToken), cancellationToken);

    public async Task<ShowOutcome> CheckAsync(RecoveryAttempt attempt, string? typed, CancellationToken cancellationToken) => OneTimeCode.Read(typed) is CodeReading.Read(var code)
        ? ShowOutcome.Of(await codes.CheckContactAsync(attempt, code, cancellationToken), attempt)
        : new ShowOutcome.Unreadable(OneTimeCode.Read(typed));
}
