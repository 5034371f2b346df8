using System.Security.Cryptography;
using Identity.Domain.Storage;

namespace Identity.Domain.Audit;

/// <summary>Appends to a subject's chain inside a unit of work that is already open. Reached through <see cref="Ledger"/>.</summary>
public sealed class AuditTrail(TimeProvider clock)
{
    internal async ValueTask AppendAsync(IStatements write, AuditEntry entry)
    {
        var salts = entry.Personal.Keys.ToDictionary(name => name, _ => RandomNumberGenerator.GetBytes(AuditPayload.SaltBytes));
        var at = clock.GetUtcNow();
        var seq = await write.FirstAsync(AuditStatements.Append, row => row.GetInt64(0),
            ("subject", entry.Subject.Value), ("at", at.ToUnixTimeMilliseconds()), ("event", entry.Event),
            ("payload", AuditPayload.Write(entry, at, salts)));

        foreach (var (name, value) in entry.Personal)
        {
            await write.ExecuteAsync(AuditStatements.Disclose,
                ("subject", entry.Subject.Value), ("seq", seq), ("name", name), ("salt", salts[name]), ("value", value));
        }
    }
}
