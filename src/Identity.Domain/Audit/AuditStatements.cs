using Identity.Domain.Storage;

namespace Identity.Domain.Audit;

internal static class AuditStatements
{
    /// <summary>
    /// Moves the head and appends the link in one statement. The head's row is what two writers of one subject wait for,
    /// so that no number is given twice; writers of different subjects never meet.
    /// </summary>
    public static readonly Statement Append = new("audit.append",
        sqlite: """
            INSERT INTO audit_heads (subject, seq, hash, sealed_seq) VALUES (@subject, 1, chain_hash(x'', @payload), 0)
            ON CONFLICT (subject) DO UPDATE SET seq = seq + 1, hash = chain_hash(hash, @payload);
            INSERT INTO audit_entries (subject, seq, at, event, payload, hash)
            SELECT subject, seq, @at, @event, @payload, hash FROM audit_heads WHERE subject = @subject
            RETURNING seq
            """,
        postgres: """
            WITH head AS (
                INSERT INTO audit_heads AS h (subject, seq, hash, sealed_seq) VALUES (@subject, 1, sha256(convert_to(@payload, 'UTF8')), 0)
                ON CONFLICT (subject) DO UPDATE SET seq = h.seq + 1, hash = sha256(h.hash || convert_to(@payload, 'UTF8'))
                RETURNING subject, seq, hash)
            INSERT INTO audit_entries (subject, seq, at, event, payload, hash)
            SELECT subject, seq, @at, @event, @payload, hash FROM head
            RETURNING seq
            """);

    public static readonly Statement Disclose = new("audit.disclose",
        "INSERT INTO audit_disclosures (subject, seq, name, salt, value) VALUES (@subject, @seq, @name, @salt, @value)");

    public static readonly Statement Chain = new("audit.chain",
        "SELECT seq, at, event, payload, hash FROM audit_entries WHERE subject = @subject AND seq > @after AND seq <= @until ORDER BY seq LIMIT 1000");

    public static readonly Statement Heads = new("audit.heads",
        "SELECT subject, seq, hash FROM audit_heads WHERE subject > @after ORDER BY subject LIMIT 1000");

    /// <summary>Chains with a link past their head, or no head at all.</summary>
    public static readonly Statement Headless = new("audit.headless",
        """
        SELECT DISTINCT entry.subject FROM audit_entries AS entry LEFT JOIN audit_heads AS head ON head.subject = entry.subject
        WHERE head.subject IS NULL OR entry.seq > head.seq ORDER BY entry.subject LIMIT 1000
        """);
}
