using System.Diagnostics;
using Identity.Domain.Accounts;
using Identity.Domain.Audit;
using Identity.Domain.Contacts;
using Identity.Domain.Limits;
using Identity.Domain.Sessions;
using Identity.Domain.Storage;

namespace Identity.Domain.Credentials.AuthenticatorApps;

/// <summary>
/// The app of an account that shows a code of six digits (RFC 6238): added, tried, removed. A code is taken once, wrong
/// ones are limited like passwords, and the owner is told of every change. Safe for concurrent use.
/// </summary>
public sealed class AuthenticatorApps(AuthenticatorAppStore store, Ledger ledger, SignInLimits limits, SecondStepMetrics metrics, TimeProvider clock)
{
    private const string Method = "authenticator-app";
    private const string Adding = "new-authenticator-app";

    /// <summary>The app of an account, or null.</summary>
    public async Task<AuthenticatorApp?> FindAsync(Guid account, CancellationToken cancellationToken) =>
        (await store.FindAsync(account, cancellationToken))?.App;

    /// <summary>Whether the account has an app.</summary>
    public async Task<bool> HasAsync(Guid account, CancellationToken cancellationToken) =>
        await FindAsync(account, cancellationToken) is not null;

    /// <summary>Adds an app that shows a right code. That code is then used up.</summary>
    /// <param name="session">The session that asks.</param>
    /// <param name="account">Whose it is.</param>
    /// <param name="secret">What the app was told.</param>
    /// <param name="typed">What was typed as the code that it shows.</param>
    /// <param name="network">Where the request came from.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<AppEnrolmentOutcome> AddAsync(
        Session session, KnownAccount account, AppSecret secret, string? typed, Network network, CancellationToken cancellationToken)
    {
        var reading = OneTimeCode.Read(typed);
        if (reading is not CodeReading.Read(var code))
            return new AppEnrolmentOutcome.Unreadable(reading);

        var attempt = Attempt(account.Id, network, Adding);
        if (await limits.CheckAsync(attempt, cancellationToken) is LimitDecision.RetryAt waiting)
            return new AppEnrolmentOutcome.TooManyAttempts(waiting.Time);
        if (secret.StepOf(code, clock.GetUtcNow()) is not { } step)
        {
            return await limits.RecordFailureAsync(attempt, cancellationToken) is LimitDecision.RetryAt next
                ? new AppEnrolmentOutcome.TooManyAttempts(next.Time)
                : new AppEnrolmentOutcome.Wrong();
        }

        if (await limits.RecordSuccessAsync(attempt, cancellationToken) is LimitDecision.RetryAt late)
            return new AppEnrolmentOutcome.TooManyAttempts(late.Time);
        if (await InsertAsync(session, account, store.Seal(secret), step, cancellationToken))
            return new AppEnrolmentOutcome.Added();
        return await HasAsync(account.Id, cancellationToken) ? new AppEnrolmentOutcome.AlreadyHas() : new AppEnrolmentOutcome.SignedOut();
    }

    /// <summary>Looks at one code and counts it. A right one works once, and none before it works any more.</summary>
    /// <param name="account">Whose app it is.</param>
    /// <param name="typed">What was typed.</param>
    /// <param name="network">Where the request came from.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<AppOutcome> TryAsync(Guid account, string? typed, Network network, CancellationToken cancellationToken) =>
        Count(await LookAsync(account, typed, network, cancellationToken));

    /// <summary>Removes the app of an account.</summary>
    /// <returns>False, and nothing is changed, when there is none or the session has ended.</returns>
    public async Task<bool> RemoveAsync(Session session, KnownAccount account, CancellationToken cancellationToken) => await ledger.RecordAsync(
        write => ForgetDevicesAsync(write, account, write.ExecuteAsync(AuthenticatorAppStatements.Remove, ("account", account.Id), ("session", session.Id))),
        rows => Record(rows, account, AuditEvents.AuthenticatorAppRemoved, AuthenticatorAppMessages.Removed), cancellationToken) > 0;

    private async Task<AppOutcome> LookAsync(Guid account, string? typed, Network network, CancellationToken cancellationToken)
    {
        var reading = OneTimeCode.Read(typed);
        if (reading is not CodeReading.Read(var code))
            return new AppOutcome.Unreadable(reading);

        var attempt = Attempt(account, network, Method);
        if (await limits.CheckAsync(attempt, cancellationToken) is LimitDecision.RetryAt waiting)
            return new AppOutcome.TooManyAttempts(waiting.Time);
        if (await store.FindAsync(account, cancellationToken) is not { } app)
            return new AppOutcome.None();

        var now = clock.GetUtcNow();
        if (store.Open(app).StepOf(code, now) is not { } step)
        {
            return await limits.RecordFailureAsync(attempt, cancellationToken) is LimitDecision.RetryAt next
                ? new AppOutcome.TooManyAttempts(next.Time)
                : new AppOutcome.Wrong();
        }

        // Whoever overheard a code forgets no failures by sending it again.
        if (step <= app.LastStep)
            return new AppOutcome.AlreadyUsed();
        if (await limits.RecordSuccessAsync(attempt, cancellationToken) is LimitDecision.RetryAt late)
            return new AppOutcome.TooManyAttempts(late.Time);
        var used = await ledger.RecordAsync(
            write => write.ExecuteAsync(AuthenticatorAppStatements.Use, ("id", app.Id), ("step", step), ("now", now.ToUnixTimeMilliseconds())),
            Recorded.Nothing, cancellationToken);
        return used > 0 ? new AppOutcome.Correct() : new AppOutcome.AlreadyUsed();
    }

    private async Task<bool> InsertAsync(Session session, KnownAccount account, byte[] sealedSecret, long step, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return await ledger.RecordAsync(
            write => ForgetDevicesAsync(write, account, write.ExecuteAsync(AuthenticatorAppStatements.Insert,
                ("id", Guid.CreateVersion7(now)), ("account", account.Id), ("session", session.Id), ("sealed", sealedSecret),
                ("step", step), ("now", now.ToUnixTimeMilliseconds()))),
            rows => Record(rows, account, AuditEvents.AuthenticatorAppAdded, AuthenticatorAppMessages.Added), cancellationToken) > 0;
    }

    // A device was trusted to leave out the app there was, and no other.
    private static async ValueTask<int> ForgetDevicesAsync(IStatements write, KnownAccount account, ValueTask<int> change)
    {
        var rows = await change;
        if (rows > 0)
            await write.ExecuteAsync(TrustedDevices.Forget, ("account", account.Id));
        return rows;
    }

    private AppOutcome Count(AppOutcome outcome)
    {
        metrics.Count(SecondStepMetrics.App, outcome switch
        {
            AppOutcome.Correct => "correct",
            AppOutcome.Unreadable => "unreadable",
            AppOutcome.Wrong => "wrong",
            AppOutcome.AlreadyUsed => "used",
            AppOutcome.TooManyAttempts => "too_many",
            AppOutcome.None => "none",
            _ => throw new UnreachableException(),
        });
        return outcome;
    }

    private static Recorded Record(int changed, KnownAccount account, string happened, string template)
    {
        if (changed == 0)
            return Recorded.Nothing;

        return Recorded.Of(new AuditEntry(AuditSubject.Account(account.Id), happened), new Notice(account.Id, template));
    }

    private static SignInAttempt Attempt(Guid account, Network network, string method) => new(account.ToString("D"), network) { Method = method };
}
