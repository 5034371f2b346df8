using System.Globalization;
using System.Security.Cryptography;
using Identity.Domain.Audit;
using Identity.Domain.Contacts;
using Identity.Domain.Credentials;
using Identity.Domain.Limits;
using Identity.Domain.Notifications;
using Identity.Domain.Sessions;
using Identity.Domain.Storage;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Accounts.EmailChange;

/// <summary>An address that waits to be the account's.</summary>
/// <param name="Email">The address.</param>
/// <param name="EffectiveAt">When it is.</param>
public sealed record PendingEmail(string Email, DateTimeOffset EffectiveAt)
{
    /// <summary>Never the address: this text may find its way into a log.</summary>
    public override string ToString() => nameof(PendingEmail);
}

/// <summary>
/// Gives an account another e-mail address, once its owner has shown to read it. The present one is told and can stop it for a
/// day; until then it goes on as before. Safe for concurrent use.
/// </summary>
public sealed class EmailChanges(IDatabase database, Ledger ledger, SentCodes codes, Reach reach, IOptions<AccountOptions> options, TimeProvider clock)
{
    private const string Purpose = "change-email";

    private sealed record Due(Guid Account, string Email, string Key, bool Changed);

    /// <summary>Sends a code to an address. One that has an account is sent a code that nobody knows, and is told so.</summary>
    public async Task<SendOutcome> SendAsync(string journey, EmailAddress email, string locale, CancellationToken cancellationToken)
    {
        var sending = await ledger.RecordAsync(async write =>
        {
            var decision = await codes.MaySendAsync(write, email.Key, options.Value.Resends);
            if (decision is LimitDecision.RetryAt)
                return (Decision: decision, Message: (Message?)null);
            var owner = await write.FirstAsync(AccountStatements.FindByEmail, KnownAccount.Of, ("key", email.Key));
            var code = await codes.AddAsync(write, Place(journey, email), options.Value.CodeLife, works: owner is null);
            return (Decision: decision, Message: owner is null
                ? Message(email.Spelling, EmailChangeMessages.Code, locale, ("code", code.Digits))
                : Message(owner.Email ?? email.Spelling, AccountMessages.AccountExists, owner.Locale));
        }, done => done.Message is null ? Recorded.Nothing : new Recorded([], [done.Message]), cancellationToken);
        return sending.Decision is LimitDecision.RetryAt wait ? new SendOutcome.TooManySent(wait.Time) : new SendOutcome.Sent();
    }

    /// <summary>Checks the code; when it is right the address waits to be the account's, and every contact is told.</summary>
    public async Task<CodeOutcome> ConfirmAsync(Session session, string journey, EmailAddress email, OneTimeCode code, CancellationToken cancellationToken)
    {
        var effective = clock.GetUtcNow() + options.Value.EmailChangeWait;
        return await ledger.RecordAsync(async write =>
        {
            var outcome = await codes.CheckAsync(write, Place(journey, email), code, options.Value.CodeAttempts);
            // A session that was ended meanwhile changes nothing any more.
            return outcome is not CodeOutcome.Confirmed || await AskAsync(write, session, email, effective) ? outcome : new CodeOutcome.Expired();
        }, outcome => outcome is CodeOutcome.Confirmed ? Asked(session.AccountId, effective) : Recorded.Nothing, cancellationToken);
    }

    /// <returns>The address that waits, or null.</returns>
    public Task<PendingEmail?> PendingAsync(Guid account, CancellationToken cancellationToken) => database.ReadAsync(read => read.FirstAsync(EmailChangeStatements.Find,
        row => new PendingEmail(row.GetString(0), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1))), ("account", account)), cancellationToken);

    /// <summary>Keeps the present address.</summary>
    /// <returns>Whether another one waited.</returns>
    public async Task<bool> CancelAsync(Guid account, string actor, CancellationToken cancellationToken) => await ledger.RecordAsync(
        write => write.ExecuteAsync(EmailChangeStatements.Cancel, ("account", account)),
        rows => rows == 0 ? Recorded.Nothing : Recorded.Of(new AuditEntry(AuditSubject.Account(account), AuditEvents.EmailChangeCancelled) { Actor = actor }), cancellationToken) > 0;

    /// <summary>Makes every change whose wait is over. One whose address somebody else has by now is dropped.</summary>
    public async Task ApplyDueAsync(CancellationToken cancellationToken)
    {
        var now = ("now", (object?)clock.GetUtcNow().ToUnixTimeMilliseconds());
        while (await database.ReadAsync(read => read.FirstAsync(EmailChangeStatements.AnyDue, row => Convert.ToInt32(row[0], CultureInfo.InvariantCulture), now), cancellationToken) > 0)
            await ledger.RecordAsync(ApplyOneAsync, due => due is { Changed: true } ? Changed(due.Account) : Recorded.Nothing, cancellationToken);
    }

    private async ValueTask<bool> AskAsync(IStatements write, Session session, EmailAddress email, DateTimeOffset effective) => await write.ExecuteAsync(
        EmailChangeStatements.Ask, ("account", session.AccountId), ("session", session.Id), ("email", email.Spelling), ("key", email.Key),
        ("now", clock.GetUtcNow().ToUnixTimeMilliseconds()), ("effective", effective.ToUnixTimeMilliseconds())) > 0;

    private async ValueTask<Due?> ApplyOneAsync(IStatements write)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var due = await write.FirstAsync(EmailChangeStatements.TakeDue, row => new Due(row.GetGuid(0), row.GetString(1), row.GetString(2), false), ("now", now));
        if (due is null)
            return null;
        var before = await write.FirstAsync(AccountStatements.Find, KnownAccount.Of, ("id", due.Account));
        var changed = await write.ExecuteAsync(EmailChangeStatements.Change, ("account", due.Account), ("email", due.Email), ("key", due.Key),
            ("stamp", RandomNumberGenerator.GetHexString(32)), ("now", now)) > 0;
        if (changed && before?.Email is { } old)
            await reach.RememberAsync(write, due.Account, new MessageRoute(MessageChannel.Email, old));
        return due with { Changed = changed };
    }

    private static CodePlace Place(string journey, EmailAddress email) => new(Purpose, journey, email.Key);

    private static Recorded Asked(Guid account, DateTimeOffset effective) => Recorded.Of(
        new AuditEntry(AuditSubject.Account(account), AuditEvents.EmailChangeAsked),
        new Notice(account, EmailChangeMessages.Asked)
        {
            To = NoticeAudience.EverywhereAndFormer,
            NotMe = true,
            Values = new Dictionary<string, string> { ["when"] = effective.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture) },
        });

    private static Recorded Changed(Guid account) => Recorded.Of(
        new AuditEntry(AuditSubject.Account(account), AuditEvents.EmailChanged),
        new Notice(account, EmailChangeMessages.Changed) { To = NoticeAudience.EverywhereAndFormer, NotMe = true });

    private Message Message(string destination, string template, string locale, params (string Name, string Value)[] values) =>
        new(MessageChannel.Email, destination, template, locale, values.ToDictionary(value => value.Name, value => value.Value)) { Life = options.Value.CodeLife };
}
