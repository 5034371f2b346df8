using Identity.Domain.Storage;

namespace Identity.Domain.Audit;

internal static class SealStatements
{
    public static readonly Statement AnyUnsealed = new("audit-seals.any-unsealed", "SELECT 1 FROM audit_heads WHERE seq > sealed_seq LIMIT 1");

    public static readonly Statement Last = new("audit-seals.last", "SELECT number, root FROM audit_seals ORDER BY number DESC LIMIT 1");

    /// <returns>The number of the last seal, 0 before the first.</returns>
    public static ValueTask<long> LastNumberAsync(IStatements read) => read.FirstAsync(Last, row => row.GetInt64(0));

    /// <summary>
    /// The heads to seal, held until the seal is committed. One that is being appended to is left for the next seal:
    /// nobody waits for a writer, so no writer of two chains can be locked in with us.
    /// </summary>
    public static readonly Statement Unsealed = new("audit-seals.unsealed",
        sqlite: "SELECT subject, seq, hash FROM audit_heads WHERE seq > sealed_seq ORDER BY subject LIMIT @most",
        postgres: "SELECT subject, seq, hash FROM audit_heads WHERE seq > sealed_seq ORDER BY subject LIMIT @most FOR UPDATE SKIP LOCKED");

    /// <summary>Two nodes may make the same number at once: one of them makes it.</summary>
    public static readonly Statement Insert = new("audit-seals.insert",
        """
        INSERT INTO audit_seals (number, at, root, leaves, kid, signature) VALUES (@number, @at, @root, @leaves, @kid, @signature)
        ON CONFLICT (number) DO NOTHING
        """);

    public static readonly Statement InsertLeaves = new("audit-seals.insert-leaves",
        sqlite: """
            INSERT INTO audit_seal_leaves (number, position, subject, seq, hash)
            SELECT @number, picked.key + 1, head.subject, head.seq, head.hash
            FROM json_each(@subjects) AS picked JOIN audit_heads AS head ON head.subject = picked.value
            """,
        postgres: """
            INSERT INTO audit_seal_leaves (number, position, subject, seq, hash)
            SELECT @number, picked.position, head.subject, head.seq, head.hash
            FROM jsonb_array_elements_text(@subjects::jsonb) WITH ORDINALITY AS picked (subject, position)
            JOIN audit_heads AS head ON head.subject = picked.subject
            """);

    public static readonly Statement Advance = new("audit-seals.advance",
        """
        UPDATE audit_heads SET sealed_seq = leaf.seq FROM audit_seal_leaves AS leaf
        WHERE leaf.number = @number AND leaf.subject = audit_heads.subject
        """);

    public static readonly Statement List = new("audit-seals.list",
        "SELECT number, at, root, leaves, kid, signature FROM audit_seals WHERE number > @after ORDER BY number LIMIT 100");

    /// <summary>What a seal holds, each beside the link that it must still be.</summary>
    public static readonly Statement Leaves = new("audit-seals.leaves",
        """
        SELECT leaf.subject, leaf.seq, leaf.hash, entry.hash
        FROM audit_seal_leaves AS leaf LEFT JOIN audit_entries AS entry ON entry.subject = leaf.subject AND entry.seq = leaf.seq
        WHERE leaf.number = @number ORDER BY leaf.position
        """);

    /// <summary>Heads that say they were sealed further, or less far, than any seal holds.</summary>
    public static readonly Statement Astray = new("audit-seals.astray",
        """
        SELECT head.subject FROM audit_heads AS head
        WHERE head.sealed_seq <> COALESCE((SELECT MAX(leaf.seq) FROM audit_seal_leaves AS leaf WHERE leaf.subject = head.subject), 0)
        ORDER BY head.subject LIMIT 1000
        """);
}
