using System.Security.Cryptography;
using Identity.Domain.Audit;
using Identity.Domain.Credentials;
using Identity.Domain.Storage;

namespace Identity.Domain.Accounts;

/// <summary>
/// Citizens' accounts: creating, finding, describing. Signing in is <see cref="PasswordSignIn"/>, proving an address
/// <see cref="EmailVerification"/>. Safe for concurrent use.
/// </summary>
public sealed class AccountStore(
    IDatabase database, Ledger ledger, PasswordPolicy policy, Passwords passwords, AccountMetrics metrics, TimeProvider clock)
{
    /// <summary>The account of an address, or null.</summary>
    public Task<KnownAccount?> FindByEmailAsync(EmailAddress email, CancellationToken cancellationToken) =>
        database.ReadAsync(read => read.FirstAsync(AccountStatements.FindByEmail, KnownAccount.Of, ("key", email.Key)), cancellationToken);

    /// <summary>The account of an id, or null.</summary>
    public Task<KnownAccount?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        database.ReadAsync(read => read.FirstAsync(AccountStatements.Find, KnownAccount.Of, ("id", id)), cancellationToken);

    /// <summary>What applications may be told, or null when there is no such account.</summary>
    public Task<AccountClaims?> ClaimsAsync(Guid id, CancellationToken cancellationToken) =>
        database.ReadAsync(read => read.FirstAsync(AccountStatements.Claims, AccountClaims.Of, ("id", id)), cancellationToken);

    /// <summary>Creates an account whose password is, for now, its only factor.</summary>
    public async Task<CreateOutcome> CreateAsync(NewAccount account, string? password, CancellationToken cancellationToken) =>
        metrics.Count(await TryCreateAsync(account, password, cancellationToken));

    private async Task<CreateOutcome> TryCreateAsync(NewAccount account, string? password, CancellationToken cancellationToken)
    {
        if (account is { Email: null, SignInId: null })
            throw new ArgumentException("An account has an address, a sign-in ID or both.", nameof(account));
        var verdict = Judge(account, password);
        if (verdict is not PasswordVerdict.Accepted)
            return new CreateOutcome.PasswordRefused(verdict);
        return await passwords.HashAsync(password!, cancellationToken) switch // Accepted, so it is not null.
        {
            PasswordHash.Hashed hashed => await InsertAsync(account, hashed.Text, cancellationToken),
            PasswordHash.Busy busy => new CreateOutcome.Busy(busy.RetryAfter),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>What the policy says of a password for this account, so that a page can say it before anything is made.</summary>
    public PasswordVerdict Judge(NewAccount account, string? password) =>
        policy.Judge(password, PasswordUse.Alone, [account.Email?.Spelling, account.SignInId?.Text, account.Name?.Full, account.PhoneNumber]);

    /// <summary>Replaces name and date of birth; null clears.</summary>
    /// <returns>Whether there is such an account.</returns>
    public async Task<bool> UpdateDetailsAsync(Guid id, PersonName? name, BirthDate? birthDate, CancellationToken cancellationToken)
    {
        var changed = await ledger.RecordAsync(
            write => write.ExecuteAsync(AccountStatements.UpdateDetails,
                ("id", id), ("given", name?.Given), ("family", name?.Family), ("full", name?.Full), ("birth", birthDate?.Iso),
                ("now", clock.GetUtcNow().ToUnixTimeMilliseconds()), ("stamp", Stamp())),
            rows => rows == 0 ? Recorded.Nothing : Recorded.Of(new AuditEntry(AuditSubject.Account(id), AuditEvents.DetailsChanged)
            {
                Personal = Personal(("name", name?.Full), ("birthdate", birthDate?.Iso)),
            }), cancellationToken);
        return changed == 1;
    }

    /// <summary>Remembers the language a citizen chose to read, in which they are written to from now on.</summary>
    public async Task SpeakAsync(Guid id, string locale, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } account || account.Locale == locale)
            return;
        await ledger.RecordAsync(
            write => write.ExecuteAsync(AccountStatements.UpdateLocale,
                ("id", id), ("locale", locale), ("now", clock.GetUtcNow().ToUnixTimeMilliseconds()), ("stamp", Stamp())),
            rows => rows == 0 ? Recorded.Nothing : Recorded.Of(new AuditEntry(AuditSubject.Account(id), AuditEvents.DetailsChanged)
            {
                Personal = Personal(("locale", locale)),
            }), cancellationToken);
    }

    private async Task<CreateOutcome> InsertAsync(NewAccount account, string passwordHash, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var inserted = await ledger.RecordAsync(
            write => InsertAsync(write, id, account, RandomNumberGenerator.GetBytes(16), passwordHash, now),
            rows => rows == 0 ? Recorded.Nothing : Recorded.Of(Created(id, account)), cancellationToken);
        return inserted == 1 ? new CreateOutcome.Created(id) : new CreateOutcome.EmailTaken();
    }

    /// <summary>Inserts an account within a change that is more than that.</summary>
    /// <returns>How many rows: none when the address or the sign-in ID has an account.</returns>
    internal static ValueTask<int> InsertAsync(
        IStatements write, Guid id, NewAccount account, byte[] subjectSeed, string? passwordHash, DateTimeOffset now) => write.ExecuteAsync(
        AccountStatements.Insert,
        ("id", id), ("seed", subjectSeed), ("sign_in_id", account.SignInId?.Text),
        ("email", account.Email?.Spelling), ("key", account.Email?.Key), ("confirmed", account.Email is not null), ("password", passwordHash), ("stamp", Stamp()), ("phone", account.PhoneNumber),
        ("phone_confirmed", account.PhoneNumber is not null), ("two_factor", false), ("given", account.Name?.Given),
        ("family", account.Name?.Family), ("full", account.Name?.Full), ("birth", account.BirthDate?.Iso),
        ("address", account.Address?.ToJson()), ("locale", account.Locale), ("now", now.ToUnixTimeMilliseconds()));

    /// <summary>What the audit says of a new account.</summary>
    internal static AuditEntry Created(Guid id, NewAccount account) => new(AuditSubject.Account(id), AuditEvents.AccountCreated)
    {
        Personal = Personal(("email", account.Email?.Spelling), ("sign_in_id", account.SignInId?.Text), ("name", account.Name?.Full), ("birthdate", account.BirthDate?.Iso)),
    };

    private static Dictionary<string, string> Personal(params IEnumerable<(string Name, string? Value)> values) =>
        values.Where(pair => pair.Value is not null).ToDictionary(pair => pair.Name, pair => pair.Value!); // Just filtered.

    private static string Stamp() => RandomNumberGenerator.GetHexString(32);
}
