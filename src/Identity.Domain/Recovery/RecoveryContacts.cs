using Identity.Domain.Accounts;
using Identity.Domain.Audit;
using Identity.Domain.Contacts;
using Identity.Domain.Notifications;
using Identity.Domain.Sessions;
using Identity.Domain.Storage;

namespace Identity.Domain.Recovery;

/// <summary>Somebody whom an owner chose to vouch for them.</summary>
/// <param name="Id">The row.</param>
/// <param name="Name">What the owner calls them.</param>
/// <param name="Email">Where they are asked.</param>
/// <param name="AddedAt">Since when.</param>
public sealed record RecoveryContact(Guid Id, string Name, string Email, DateTimeOffset AddedAt)
{
    /// <summary>The row alone: this text may find its way into a log.</summary>
    public override string ToString() => $"{nameof(RecoveryContact)} {Id}";
}

/// <summary>What became of choosing somebody.</summary>
public enum ContactOutcome
{
    /// <summary>They can vouch from now on, and were told.</summary>
    Added,

    /// <summary>They could already.</summary>
    Already,

    /// <summary>It is the owner's own address, which vouches for nobody.</summary>
    Own,

    /// <summary>There are as many as there can be.</summary>
    TooMany,

    /// <summary>The session that asked has ended meanwhile.</summary>
    SignedOut,
}

/// <summary>
/// People who can vouch for an owner who has lost everything (NIST SP 800-63B-4 §4.2.1.3). They see nothing of the account and
/// open nothing alone. Safe for concurrent use.
/// </summary>
public sealed class RecoveryContacts(IDatabase database, Ledger ledger, TimeProvider clock)
{
    /// <summary>How many there can be.</summary>
    public const int Most = 3;

    private static readonly Statement List = new("recovery-contacts.list",
        "SELECT id, name, email, added_at FROM recovery_contacts WHERE account_id = @account ORDER BY added_at, id");

    private static readonly Statement Insert = new("recovery-contacts.insert",
        """
        INSERT INTO recovery_contacts (id, account_id, name, email, email_key, added_at)
        SELECT @id, @account, @name, @email, @key, @now
        WHERE EXISTS (SELECT 1 FROM sessions WHERE sessions.id = @session AND account_id = @account AND ended_at IS NULL)
        ON CONFLICT DO NOTHING
        """);

    private static readonly Statement Remove = new("recovery-contacts.remove",
        """
        DELETE FROM recovery_contacts WHERE id = @id AND account_id = @account
            AND EXISTS (SELECT 1 FROM sessions WHERE sessions.id = @session AND account_id = @account AND ended_at IS NULL)
        """);

    public Task<IReadOnlyList<RecoveryContact>> OfAsync(Guid account, CancellationToken cancellationToken) =>
        database.ReadAsync(read => ListAsync(read, account), cancellationToken);

    /// <param name="session">The session of the owner, who has just confirmed who they are.</param>
    /// <param name="owner">The owner.</param>
    /// <param name="name">What the owner calls them.</param>
    /// <param name="email">Where they are asked.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<ContactOutcome> AddAsync(Session session, KnownAccount owner, string name, EmailAddress email, CancellationToken cancellationToken) => ledger.RecordAsync(
        write => AddAsync(write, session, owner, name, email),
        outcome => outcome is ContactOutcome.Added ? Chosen(owner, email) : Recorded.Nothing, cancellationToken);

    /// <returns>Whether there was such a one of theirs.</returns>
    public async Task<bool> RemoveAsync(Session session, Guid id, CancellationToken cancellationToken) => await ledger.RecordAsync(
        write => write.ExecuteAsync(Remove, ("id", id), ("account", session.AccountId), ("session", session.Id)),
        rows => rows == 0 ? Recorded.Nothing : Recorded.Of(
            new AuditEntry(AuditSubject.Account(session.AccountId), AuditEvents.RecoveryContactRemoved), Told(session.AccountId)), cancellationToken) > 0;

    private async ValueTask<ContactOutcome> AddAsync(IStatements write, Session session, KnownAccount owner, string name, EmailAddress email)
    {
        if (owner.Email is { } own && EmailAddress.Parse(own).Key == email.Key)
            return ContactOutcome.Own;
        var now = clock.GetUtcNow();
        var present = await ListAsync(write, owner.Id);
        if (present.Any(one => EmailAddress.Parse(one.Email).Key == email.Key))
            return ContactOutcome.Already;
        if (present.Count >= Most)
            return ContactOutcome.TooMany;
        var inserted = await write.ExecuteAsync(Insert, ("id", Guid.CreateVersion7(now)), ("account", owner.Id), ("name", name),
            ("email", email.Spelling), ("key", email.Key), ("now", now.ToUnixTimeMilliseconds()), ("session", session.Id));
        return inserted > 0 ? ContactOutcome.Added : ContactOutcome.SignedOut;
    }

    private static ValueTask<IReadOnlyList<RecoveryContact>> ListAsync(IStatements read, Guid account) => read.ListAsync(List,
        row => new RecoveryContact(row.GetGuid(0), row.GetString(1), row.GetString(2), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3))), ("account", account));

    private static Recorded Chosen(KnownAccount owner, EmailAddress email) => new(
        [new AuditEntry(AuditSubject.Account(owner.Id), AuditEvents.RecoveryContactAdded)],
        [new Message(MessageChannel.Email, email.Spelling, RecoveryMessages.ContactChosen, owner.Locale,
            new Dictionary<string, string> { ["name"] = owner.Name ?? owner.Email ?? "" }) { Life = TimeSpan.FromDays(7) }])
    {
        Notices = [Told(owner.Id)],
    };

    private static Notice Told(Guid account) => new(account, RecoveryMessages.ContactsChanged) { To = NoticeAudience.Everywhere, NotMe = true };
}
