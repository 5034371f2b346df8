using System.Security.Cryptography;
using Identity.Domain.Credentials;
using Identity.Domain.Limits;
using Identity.Domain.Storage;

namespace Identity.Domain.Accounts;

/// <summary>
/// Signs in by identifier and password, within the limits. An unknown account takes the work of a known one and gets the
/// same answers. Not here: the session, which the caller starts.
/// </summary>
public sealed class PasswordSignIn(IDatabase database, Passwords passwords, SignInLimits limits, AccountMetrics metrics)
{
    private const int LongestIdentifier = 320;

    private sealed record Stored(Guid Id, string? PasswordHash, HoldReason? Hold);

    /// <summary>Looks at one attempt and counts it.</summary>
    /// <param name="identifier">What was typed: an e-mail address or a sign-in ID.</param>
    /// <param name="password">What was typed.</param>
    /// <param name="network">Where the request came from.</param>
    /// <param name="knownDevice">Key of a device this account has signed in on before.</param>
    /// <param name="cancellationToken">Gives up, also while waiting for its turn.</param>
    public async Task<PasswordOutcome> TryAsync(
        string identifier, string? password, Network network, string? knownDevice, CancellationToken cancellationToken) =>
        metrics.Count(await LookAsync(identifier, password, network, knownDevice, cancellationToken));

    private async Task<PasswordOutcome> LookAsync(
        string identifier, string? password, Network network, string? knownDevice, CancellationToken cancellationToken)
    {
        var read = AccountIdentifier.Read(identifier);
        var attempt = new SignInAttempt(read?.Key ?? Comparable(identifier), network, knownDevice);
        if (await limits.CheckAsync(attempt, cancellationToken) is LimitDecision.RetryAt waiting)
            return new PasswordOutcome.TooManyAttempts(waiting.Time);

        var account = await database.ReadAsync(reader => reader.FirstAsync(
            read is AccountIdentifier.BySignInId ? AccountStatements.FindPasswordBySignInId : AccountStatements.FindPassword,
            row => new Stored(row.GetGuid(0), row.IsDBNull(1) ? null : row.GetString(1), row.IsDBNull(2) ? null : Enum.Parse<HoldReason>(row.GetString(2))),
            ("key", read?.Key ?? "")), cancellationToken);
        switch (await passwords.CheckAsync(account?.PasswordHash, password, cancellationToken))
        {
            case PasswordCheck.Busy busy:
                return new PasswordOutcome.Busy(busy.RetryAfter);
            case PasswordCheck.Correct correct when account is not null:
                if (await limits.RecordSuccessAsync(attempt, cancellationToken) is LimitDecision.RetryAt late)
                    return new PasswordOutcome.TooManyAttempts(late.Time);
                await UpgradeAsync(account, correct.Upgraded, cancellationToken);
                return account.Hold is { } reason ? new PasswordOutcome.Held(reason) : new PasswordOutcome.Correct(account.Id);
            default:
                return await limits.RecordFailureAsync(attempt, cancellationToken) is LimitDecision.RetryAt next
                    ? new PasswordOutcome.TooManyAttempts(next.Time) { Counted = true }
                    : new PasswordOutcome.Wrong();
        }
    }

    private async Task UpgradeAsync(Stored account, string? upgraded, CancellationToken cancellationToken)
    {
        if (upgraded is not null)
        {
            await database.WriteAsync(write => write.ExecuteAsync(AccountStatements.UpgradePassword,
                ("id", account.Id), ("stored", account.PasswordHash), ("upgraded", upgraded), ("stamp", RandomNumberGenerator.GetHexString(32))), cancellationToken);
        }
    }

    // What is neither counts too, and is never sent to the database.
    private static string Comparable(string identifier)
    {
        var text = identifier.Trim().ToLowerInvariant();
        return text.Length > LongestIdentifier ? text[..LongestIdentifier] : text;
    }
}
