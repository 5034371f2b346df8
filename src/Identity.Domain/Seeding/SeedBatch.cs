using System.Security.Cryptography;
using System.Text;
using Identity.Domain.Accounts;
using Identity.Domain.Audit;
using Identity.Domain.Consent;
using Identity.Domain.Storage;

namespace Identity.Domain.Seeding;

/// <summary>The rows of some citizens, gathered outside the transaction that stores them.</summary>
/// <param name="passwordHash">What everybody's password is checked by.</param>
/// <param name="consents">What each of them agreed to, by application.</param>
/// <param name="now">When it all happened.</param>
internal sealed class SeedBatch(string passwordHash, IReadOnlyDictionary<string, ConsentDecision> consents, DateTimeOffset now)
{
    /// <summary>Ends of sessions lie within this time, so that some are pruned at once and others while the program runs.</summary>
    private static readonly TimeSpan Ended = TimeSpan.FromDays(2);

    private readonly List<object?[]> _accounts = [], _heads = [], _links = [], _disclosures = [], _consents = [], _sessions = [], _grants = [];
    private readonly long _now = now.ToUnixTimeMilliseconds();

    public void Add(SeededCitizen citizen)
    {
        var id = Guid.CreateVersion7(now);
        var email = EmailAddress.Parse(citizen.Email);
        var stamp = RandomNumberGenerator.GetHexString(32);
        _accounts.Add([Key(id), Random(16), email.Spelling, email.Key, true, passwordHash, stamp, stamp, false, false,
            citizen.Name.Given, citizen.Name.Family, citizen.Name.Full, citizen.BirthDate, "en", _now, _now]);

        var created = new AuditEntry(AuditSubject.Account(id), AuditEvents.AccountCreated)
        {
            Personal = new Dictionary<string, string> { ["email"] = email.Spelling, ["name"] = citizen.Name.Full, ["birthdate"] = citizen.BirthDate },
        };
        Record([created, .. consents.Select(consent => ConsentStore.Given(id, consent.Key, consent.Value))]);
        foreach (var (client, decision) in consents)
        {
            _consents.Add([Key(id), client, string.Join(' ', decision.Scopes), string.Join(' ', decision.Claims), "", _now]);
            Visit(id, client, decision, _now - (long)(Ended.TotalMilliseconds * (citizen.Number % 1000) / 1000));
        }
    }

    /// <summary>Stores them all.</summary>
    public async ValueTask<int> StoreAsync(IStatements write)
    {
        await SeedTables.Accounts.RunAsync(write, _accounts);
        await SeedTables.Heads.RunAsync(write, _heads);
        await SeedTables.Links.RunAsync(write, _links);
        await SeedTables.Disclosures.RunAsync(write, _disclosures);
        await SeedTables.Consents.RunAsync(write, _consents);
        await SeedTables.Sessions.RunAsync(write, _sessions);
        await SeedTables.Grants.RunAsync(write, _grants);
        return _accounts.Count;
    }

    private void Record(IReadOnlyList<AuditEntry> entries)
    {
        var (subject, hash) = (entries[0].Subject.Value, Array.Empty<byte>());
        for (var seq = 1; seq <= entries.Count; seq++)
        {
            var entry = entries[seq - 1];
            var salts = entry.Personal.Keys.ToDictionary(name => name, _ => RandomNumberGenerator.GetBytes(AuditPayload.SaltBytes));
            var payload = AuditPayload.Write(entry, now, salts);
            hash = SHA256.HashData([.. hash, .. Encoding.UTF8.GetBytes(payload)]);
            _links.Add([subject, seq, _now, entry.Event, payload, Convert.ToHexString(hash)]);
            _disclosures.AddRange(entry.Personal.Select(value => (object?[])[subject, seq, value.Key, Convert.ToHexString(salts[value.Key]), value.Value]));
        }

        _heads.Add([subject, entries.Count, Convert.ToHexString(hash), 0]);
    }

    /// <summary>A session and a grant that are over: what every real day leaves behind.</summary>
    private void Visit(Guid account, string client, ConsentDecision decision, long end)
    {
        var (session, start) = (Guid.CreateVersion7(now), end - (long)TimeSpan.FromHours(12).TotalMilliseconds);
        _sessions.Add([Key(session), Random(32), Key(account), start, $"password={start}", "", start, end]);
        _grants.Add([Key(Guid.CreateVersion7(now)), Key(account), client, Key(session), Random(16), string.Join(' ', decision.Scopes),
            string.Join(' ', decision.Claims), "", start, "pwd", "aal1", 0, 1, start, start, end]);
    }

    // SQLite keeps ids as the driver writes them, in upper case.
    private static string Key(Guid id) => id.ToString("D").ToUpperInvariant();

    private static string Random(int bytes) => RandomNumberGenerator.GetHexString(bytes * 2);
}
