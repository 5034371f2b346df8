using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Identity.Domain.Accounts;
using Identity.Domain.Audit;
using Identity.Domain.Contacts;
using Identity.Domain.Credentials;
using Identity.Domain.Keys;
using Identity.Domain.Notifications;
using Identity.Domain.Phones;
using Identity.Domain.Storage;
using Identity.Domain.Support.Lookup;
using Identity.Domain.Support.Staff;

namespace Identity.Domain.Support.Verification;

/// <summary>What a caller has to pass, and what they have passed. An agent sees no more: not what was typed, and no score.</summary>
/// <param name="Checks">All of them are needed; without any, no check from afar is enough.</param>
public sealed record CallerPlan(IReadOnlyList<(CheckKind Kind, bool Done)> Checks)
{
    /// <summary>Whether it can be shown while they call; a letter and a visit take days, and without any check nothing does.</summary>
    public bool IsFromAfar => Checks.Count > 0 && Checks.All(check => check.Kind is not (CheckKind.LetterCode or CheckKind.Branch));

    /// <summary>Whether the caller has shown that the account is theirs.</summary>
    public bool IsMet => Checks.Count > 0 && Checks.All(check => check.Done);
}

/// <summary>
/// Asks callers to show that an account is theirs, by an act on their own screen that no agent can do for them. The agent reads
/// out a number that means nothing by itself. Safe for concurrent use.
/// </summary>
public sealed class CallerChecks(IDatabase database, Ledger ledger, AccountFiles files, InstanceSecrets secrets, TimeProvider clock)
{
    /// <summary>How long a check waits.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    internal const int MostAttempts = 5;

    // Nobody has a citizen's telephone ring all day by looking once.
    private const int MostOfLook = 6;

    private byte[] Key => secrets.Get("support checks");

    /// <returns>Null when the look is over.</returns>
    public async Task<CallerPlan?> PlanAsync(StaffSession session, Guid look, bool cannotSignIn, CancellationToken cancellationToken)
    {
        if (await files.FindAsync(session, look, cancellationToken) is not { } account)
            return null;
        return await database.ReadAsync(async read =>
        {
            var chosen = CheckPolicy.Choose(await FactsAsync(read, account.Id, cannotSignIn), clock.GetUtcNow());
            var forced = await read.FirstAsync(LookupStatements.IsForced, row => row.GetInt32(0), ("id", look)) == 1;
            var passed = await read.ListAsync(CheckStatements.Passed, row => row.GetString(0), ("look", look), ("account", account.Id), ("staff", session.Staff.Id), ("now", Now));
            return new CallerPlan([.. chosen.Select(kind => (kind, forced || passed.Contains(kind.ToString())))]);
        }, cancellationToken);
    }

    /// <summary>Begins a check that the system has chosen, and sends the code where one is needed.</summary>
    /// <returns>The number that the agent reads out; null when it is none of the chosen, or the look is over.</returns>
    public async Task<string?> BeginAsync(StaffSession session, Guid look, CheckKind kind, bool cannotSignIn, CancellationToken cancellationToken)
    {
        if (kind is CheckKind.Branch || await files.FindAsync(session, look, cancellationToken) is not { } account
            || await PlanAsync(session, look, cannotSignIn, cancellationToken) is not { } plan || plan.Checks.All(check => check.Kind != kind))
            return null;

        return await StoreAsync(session, look, account, kind, null, (write, code) => MessageAsync(write, account, kind, code), cancellationToken);
    }

    /// <summary>Asks a caller to show that they read an address that shall be the account's.</summary>
    /// <returns>The number that the agent reads out; null when the look is over, or has had enough of them.</returns>
    public async Task<string?> BeginAddressAsync(StaffSession session, Guid look, EmailAddress address, CancellationToken cancellationToken)
    {
        if (await files.FindAsync(session, look, cancellationToken) is not { } account)
            return null;
        return await StoreAsync(session, look, account, CheckKind.NewAddress, address, async (write, code) =>
        {
            // One that has an account already is told so, by a message to whoever has it: neither agent nor caller learns it.
            var owner = await write.FirstAsync(AccountStatements.FindByEmail, KnownAccount.Of, ("key", address.Key));
            return owner is null
                ? new(MessageChannel.Email, address.Spelling, SupportMessages.CallerCode, account.Locale, new Dictionary<string, string> { ["code"] = code.Digits }) { Life = Life }
                : new(MessageChannel.Email, owner.Email ?? address.Spelling, AccountMessages.AccountExists, owner.Locale, new Dictionary<string, string>()) { Life = Life };
        }, cancellationToken);
    }

    /// <summary>Whether somebody has shown, in this look, that they read an address.</summary>
    internal Task<bool> ReadsAsync(Guid look, Guid account, EmailAddress address, CancellationToken cancellationToken) => database.ReadAsync(
        async read => await read.FirstAsync(CheckStatements.Reads, row => row.GetInt32(0), ("look", look), ("account", account), ("proves", Proves(address))) == 1
            && await read.FirstAsync(AccountStatements.FindByEmail, KnownAccount.Of, ("key", address.Key)) is null, cancellationToken);

    /// <summary>What a caller types on their own screen: the number they were told and the code they were sent.</summary>
    /// <returns>Whether both were right. Which was not, nobody learns.</returns>
    public async Task<bool> AnswerAsync(string? number, string? code, CancellationToken cancellationToken)
    {
        if (OneTimeCode.Read(number) is not CodeReading.Read(var told) || OneTimeCode.Read(code) is not CodeReading.Read(var sent))
            return false;
        return await ledger.RecordAsync(async write =>
        {
            var found = await write.FirstAsync(CheckStatements.Attempt, row => (Id: row.GetGuid(0), Hash: (byte[])row[1], Account: row.GetGuid(2), Staff: row.GetGuid(3)),
                ("number", told.Hash(Key, [])), ("now", Now), ("most", MostAttempts));
            var passed = found.Hash is not null && sent.Matches(found.Hash, Key, found.Id.ToByteArray())
                && await write.ExecuteAsync(CheckStatements.Pass, ("id", found.Id), ("now", Now)) == 1;
            return (Passed: passed, found.Account, found.Staff);
        }, done => done.Passed ? Confirmed(done.Account, done.Staff) : Recorded.Nothing, cancellationToken) is { Passed: true };
    }

    /// <summary>What a citizen types who is signed in by the most that their account has: the number they were told.</summary>
    public async Task<bool> ConfirmAsync(Guid account, string? number, CancellationToken cancellationToken) =>
        OneTimeCode.Read(number) is CodeReading.Read(var told) && await ledger.RecordAsync(
            write => write.FirstAsync(CheckStatements.Confirm, row => (Guid?)row.GetGuid(0), ("number", told.Hash(Key, [])), ("account", account), ("now", Now), ("most", MostAttempts)),
            staff => staff is { } id ? Confirmed(account, id) : Recorded.Nothing, cancellationToken) is not null;

    private async Task<string?> StoreAsync(StaffSession session, Guid look, FiledAccount account, CheckKind kind, EmailAddress? address,
        Func<IStatements, OneTimeCode, ValueTask<Message?>> message, CancellationToken cancellationToken)
    {
        var (number, code) = (OneTimeCode.Create(), OneTimeCode.Create());
        var record = SupportRecords.Of(session.Staff, account.Id, AuditEvents.CallerAsked, null, ("check", kind.ToString()));
        return await ledger.RecordAsync(async write =>
        {
            if (await write.FirstAsync(CheckStatements.OfLook, row => row.GetInt64(0), ("look", look)) >= MostOfLook)
                return (null, null);
            // Two live checks never share a number: a caller would answer another's.
            while (await write.FirstAsync(CheckStatements.IsTaken, row => row.GetInt32(0), ("number", number.Hash(Key, [])), ("now", Now)) == 1)
                number = OneTimeCode.Create();
            var id = Guid.CreateVersion7(clock.GetUtcNow());
            await write.ExecuteAsync(CheckStatements.Insert, ("id", id), ("look", look), ("staff", session.Staff.Id), ("account", account.Id), ("kind", kind.ToString()),
                ("number", number.Hash(Key, [])), ("code", kind is CheckKind.OwnScreen or CheckKind.LetterCode ? null : code.Hash(Key, id.ToByteArray())),
                ("proves", address is null ? null : Proves(address)), ("until", (clock.GetUtcNow() + Life).ToUnixTimeMilliseconds()));
            return (Digits: (string?)number.Digits, Message: await message(write, code));
        }, begun => begun.Digits is null ? Recorded.Nothing : record with { Messages = begun.Message is { } sent ? [sent] : [] }, cancellationToken) is var (digits, _) ? digits : null;
    }

    private byte[] Proves(EmailAddress address) => HMACSHA256.HashData(Key, Encoding.UTF8.GetBytes(address.Key));

    private static async ValueTask<Message?> MessageAsync(IStatements write, FiledAccount account, CheckKind kind, OneTimeCode code)
    {
        if (kind is CheckKind.OwnScreen or CheckKind.LetterCode)
            return null;
        var values = new Dictionary<string, string> { ["code"] = code.Digits };
        if (kind is CheckKind.EmailCode)
            return account.Email is { } email ? new(MessageChannel.Email, email, SupportMessages.CallerCode, account.Locale, values) { Life = Life } : null;
        var phone = await write.FirstAsync(CheckStatements.OldestPhone, row => (Number: row.GetString(0), Texts: row.GetBoolean(1)), ("account", account.Id));
        return phone.Number is null ? null : new(phone.Texts ? MessageChannel.Text : MessageChannel.Voice, phone.Number, PhoneTexts.Code, account.Locale, values) { Life = Life };
    }

    private static async ValueTask<CallerFacts> FactsAsync(IStatements read, Guid account, bool cannotSignIn) => await read.FirstAsync(CheckStatements.Facts, row => new CallerFacts
    {
        HasPasskey = Convert.ToInt32(row[0], CultureInfo.InvariantCulture) > 0,
        HasPasswordAndApp = Convert.ToInt32(row[1], CultureInfo.InvariantCulture) > 0,
        EmailSince = row.IsDBNull(2) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2)),
        PhoneSince = row.IsDBNull(3) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3)),
        LetterSince = row.IsDBNull(4) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(4)),
        DetailsSince = row.IsDBNull(5) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(5)),
        CannotSignIn = cannotSignIn,
    }, ("account", account), ("subject", AuditSubject.Account(account).Value)) ?? new CallerFacts();

    /// <summary>What a number is found by.</summary>
    internal byte[] HashOf(OneTimeCode number) => number.Hash(Key, []);

    internal static Recorded Confirmed(Guid account, Guid staff) => Recorded.Of(new AuditEntry(AuditSubject.Account(account), AuditEvents.CallerConfirmed)
    {
        Details = new Dictionary<string, string> { ["staff"] = staff.ToString("D") },
    });

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();
}
