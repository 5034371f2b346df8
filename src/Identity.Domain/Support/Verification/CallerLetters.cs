using Identity.Domain.Audit;
using Identity.Domain.Credentials;
using Identity.Domain.Letters;
using Identity.Domain.Support.Lookup;
using Identity.Domain.Support.Staff;

namespace Identity.Domain.Support.Verification;

/// <summary>
/// A check that takes days: a code is posted in one look, and the caller types it in a later one, on their own screen, with the
/// number that the agent reads out then. It counts beside another contact alone. Safe for concurrent use.
/// </summary>
public sealed class CallerLetters(Ledger ledger, AccountFiles files, CallerChecks checks, LetterCodes letters, TimeProvider clock)
{
    private const string Purpose = "support-caller";

    /// <summary>Posts a code, where the system has chosen a letter.</summary>
    /// <returns>Null when it has not, or the look is over.</returns>
    public async Task<LetterSendOutcome?> PostAsync(StaffSession session, Guid look, bool cannotSignIn, CancellationToken cancellationToken)
    {
        if (await files.FindAsync(session, look, cancellationToken) is not { } account
            || await checks.PlanAsync(session, look, cannotSignIn, cancellationToken) is not { } plan || plan.Checks.All(check => check.Kind is not CheckKind.LetterCode))
            return null;
        // Shown already, or a caller who may be forced: there all looks well, and nothing is sent.
        if (plan.Checks.Any(check => check is { Kind: CheckKind.LetterCode, Done: true }))
            return new LetterSendOutcome.Sent(clock.GetUtcNow() + LetterCodes.Life);
        await ledger.RecordAsync(_ => ValueTask.FromResult(0),
            SupportRecords.Of(session.Staff, account.Id, AuditEvents.CallerAsked, null, ("check", nameof(CheckKind.LetterCode))), cancellationToken);
        return await letters.SendAsync(account.Id, Purpose, cancellationToken);
    }

    /// <summary>What a caller types on their own screen: the number they were told, and the code in the letter.</summary>
    /// <returns>Whether both were right. Which was not, nobody learns.</returns>
    public async Task<bool> AnswerAsync(string? number, string? code, CancellationToken cancellationToken)
    {
        if (OneTimeCode.Read(number) is not CodeReading.Read(var told))
            return false;
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        return await ledger.RecordAsync(async write =>
        {
            var found = await write.FirstAsync(CheckStatements.AttemptLetter, row => new Asked(row.GetGuid(0), row.GetGuid(1), row.GetGuid(2)),
                ("number", checks.HashOf(told)), ("now", now), ("most", CallerChecks.MostAttempts));
            return found is not null && await letters.IsRightAsync(write, found.Account, Purpose, code)
                && await write.ExecuteAsync(CheckStatements.Pass, ("id", found.Id), ("now", now)) == 1 ? found : null;
        }, passed => passed is null ? Recorded.Nothing : CallerChecks.Confirmed(passed.Account, passed.Staff), cancellationToken) is not null;
    }

    private sealed record Asked(Guid Id, Guid Account, Guid Staff);
}
