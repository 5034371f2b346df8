using System.Security.Cryptography;
using Identity.Domain.Accounts;
using Identity.Domain.Audit;
using Identity.Domain.Contacts;
using Identity.Domain.Notifications;
using Identity.Domain.Sessions;
using Identity.Domain.Storage;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Phones;

/// <summary>
/// The telephones of an account: listed, added once a code came back from them (<see cref="PhoneCodes"/>), removed. Every
/// contact is told of each change, the one that goes included. Safe for concurrent use.
/// </summary>
public sealed class PhoneStore(IDatabase database, Ledger ledger, Reach reach, IOptions<PhoneOptions> options, TimeProvider clock)
{
    /// <summary>All of an account's, the one held longest first.</summary>
    public Task<IReadOnlyList<Phone>> OfAsync(Guid account, CancellationToken cancellationToken) =>
        database.ReadAsync(read => read.ListAsync(PhoneStatements.List, Phone.Of, ("account", account)), cancellationToken);

    /// <summary>The accounts that share a number.</summary>
    public Task<IReadOnlyList<Guid>> OwnersAsync(PhoneNumber number, CancellationToken cancellationToken) =>
        database.ReadAsync(read => read.ListAsync(PhoneStatements.Owners, row => row.GetGuid(0), ("number", number.E164)), cancellationToken);

    /// <summary>Adds a number that its owner has just shown to answer.</summary>
    public async Task<PhoneAddOutcome> AddAsync(Session session, Guid account, PhoneNumber number, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        return await ledger.RecordAsync<PhoneAddOutcome>(async write =>
        {
            if (await write.FirstAsync(PhoneStatements.Count, row => row.GetInt64(0), ("account", account), ("number", number.E164)) >= options.Value.MostPerAccount)
                return new PhoneAddOutcome.TooMany(options.Value.MostPerAccount);
            var stored = await write.FirstAsync(PhoneStatements.Add, row => (Guid?)row.GetGuid(0), ("id", id), ("account", account),
                ("session", session.Id), ("number", number.E164), ("texts", number.TakesTexts), ("now", now.ToUnixTimeMilliseconds()));
            if (stored is null)
                return new PhoneAddOutcome.SignedOut();
            if (stored != id)
                return new PhoneAddOutcome.Already();

            await ChangedAsync(write, account, now);
            return new PhoneAddOutcome.Added();
        }, outcome => outcome is PhoneAddOutcome.Added ? Told(account, AuditEvents.PhoneAdded, PhoneMessages.Added, number.E164) : Recorded.Nothing, cancellationToken);
    }

    /// <summary>Removes one. It is remembered for a month, to be told of what happens next.</summary>
    /// <returns>False, and nothing is changed, when it is not there or the session has ended.</returns>
    public async Task<bool> RemoveAsync(Session session, Guid account, Guid phone, CancellationToken cancellationToken) => await ledger.RecordAsync(
        write => RemoveAsync(write, session, account, phone),
        number => number is null ? Recorded.Nothing : Told(account, AuditEvents.PhoneRemoved, PhoneMessages.Removed, number), cancellationToken) is not null;

    /// <summary>Removes those that were added after some time, within a change that is more than that. They are remembered as above.</summary>
    internal async ValueTask RemoveSinceAsync(IStatements write, Guid account, DateTimeOffset since)
    {
        var removed = await write.ListAsync(PhoneStatements.RemoveSince, row => new PhoneNumber(row.GetString(0), row.GetBoolean(1)),
            ("account", account), ("since", since.ToUnixTimeMilliseconds()));
        foreach (var number in removed.Where(number => number.TakesTexts))
            await reach.RememberAsync(write, account, new MessageRoute(MessageChannel.Text, number.E164));
        if (removed.Count > 0)
            await ChangedAsync(write, account, clock.GetUtcNow());
    }

    private async ValueTask<string?> RemoveAsync(IStatements write, Session session, Guid account, Guid phone)
    {
        var removed = (await write.ListAsync(PhoneStatements.List, Phone.Of, ("account", account))).FirstOrDefault(own => own.Id == phone);
        var number = await write.FirstAsync(PhoneStatements.Remove, row => row.GetString(0), ("id", phone), ("account", account), ("session", session.Id));
        if (number is null || removed is null)
            return null;

        // A landline is told nothing but codes.
        if (removed is { Number.TakesTexts: true, IsUnreachable: false })
            await reach.RememberAsync(write, account, new MessageRoute(MessageChannel.Text, number));
        await ChangedAsync(write, account, clock.GetUtcNow());
        return number;
    }

    // A device was trusted to leave out the second steps there were, and no other.
    private static async ValueTask ChangedAsync(IStatements write, Guid account, DateTimeOffset now)
    {
        await write.ExecuteAsync(PhoneStatements.Tell, ("account", account), ("now", now.ToUnixTimeMilliseconds()), ("stamp", RandomNumberGenerator.GetHexString(32)));
        await write.ExecuteAsync(TrustedDevices.Forget, ("account", account));
    }

    private static Recorded Told(Guid account, string happened, string template, string number) => Recorded.Of(
        new AuditEntry(AuditSubject.Account(account), happened) { Personal = new Dictionary<string, string> { ["phone"] = number } },
        new Notice(account, template)
        {
            Values = new Dictionary<string, string> { ["ending"] = new PhoneNumber(number, TakesTexts: false).Ending },
            To = NoticeAudience.EverywhereAndFormer,
        });
}
