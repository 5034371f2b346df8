using Identity.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Identity.Domain.Support.Verification;

/// <summary>A check that a caller was asked to pass. What they have to type stands here as hashes alone.</summary>
internal sealed class SupportCheckRow
{
    public Guid Id { get; init; }
    public Guid LookId { get; init; }
    public Guid StaffId { get; init; }
    public Guid AccountId { get; init; }
    public required string Kind { get; init; }
    public required byte[] NumberHash { get; init; }
    public byte[]? CodeHash { get; init; }
    /// <summary>Of an address that shall be the account's, which.</summary>
    public byte[]? Proves { get; init; }

    public int Attempts { get; init; }
    public DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? PassedAt { get; init; }
}

internal sealed class SupportCheckTable : IEntityTypeConfiguration<SupportCheckRow>
{
    public void Configure(EntityTypeBuilder<SupportCheckRow> builder)
    {
        builder.ToTable("SupportChecks").HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Kind).HasMaxLength(16);
        builder.Property(row => row.NumberHash).HasMaxLength(32);
        builder.Property(row => row.CodeHash).HasMaxLength(32);
        builder.Property(row => row.Proves).HasMaxLength(32);
        builder.HasIndex(row => row.LookId);
        builder.HasIndex(row => row.NumberHash);
        builder.HasIndex(row => row.ExpiresAt);
    }
}

internal static class CheckStatements
{
    private const string Live = "number_hash = @number AND passed_at IS NULL AND expires_at > @now AND attempts < @most";

    /// <summary>An address is theirs since the one before it was given up.</summary>
    public static readonly Statement Facts = new("support-checks.facts",
        """
        SELECT (SELECT COUNT(*) FROM passkeys WHERE passkeys.account_id = accounts.id AND suspended_at IS NULL),
            CASE WHEN password_hash IS NULL THEN 0 ELSE (SELECT COUNT(*) FROM authenticator_apps WHERE authenticator_apps.account_id = accounts.id) END,
            CASE WHEN email IS NULL THEN NULL ELSE COALESCE((SELECT MAX(removed_at) FROM former_contacts WHERE former_contacts.account_id = accounts.id AND channel = 0), created_at) END,
            (SELECT MIN(added_at) FROM phones WHERE phones.account_id = accounts.id AND unreachable_at IS NULL),
            CASE WHEN address IS NULL THEN NULL ELSE COALESCE((SELECT MAX(at) FROM audit_entries WHERE subject = @subject AND event = 'account.address-changed'), created_at) END,
            CASE WHEN full_name IS NULL OR birth_date IS NULL THEN NULL
                ELSE COALESCE((SELECT MAX(at) FROM audit_entries WHERE subject = @subject AND event = 'account.details-changed'), created_at) END
        FROM accounts WHERE id = @account
        """);

    public static readonly Statement OldestPhone = new("support-checks.oldest-phone",
        "SELECT number, takes_texts FROM phones WHERE account_id = @account AND unreachable_at IS NULL ORDER BY added_at LIMIT 1");

    public static readonly Statement IsTaken = new("support-checks.is-taken", "SELECT 1 FROM support_checks WHERE number_hash = @number AND expires_at > @now LIMIT 1");

    public static readonly Statement OfLook = new("support-checks.of-look", "SELECT COUNT(*) FROM support_checks WHERE look_id = @look");

    public static readonly Statement Insert = new("support-checks.insert",
        """
        INSERT INTO support_checks (id, look_id, staff_id, account_id, kind, number_hash, code_hash, proves, attempts, expires_at)
        VALUES (@id, @look, @staff, @account, @kind, @number, @code, @proves, 0, @until)
        """);

    /// <summary>Counts an attempt before anything is compared: of many at once, five are looked at.</summary>
    public static readonly Statement Attempt = new("support-checks.attempt",
        $"UPDATE support_checks SET attempts = attempts + 1 WHERE {Live} AND code_hash IS NOT NULL RETURNING id, code_hash, account_id, staff_id");

    /// <summary>The number of a caller who has a letter; its code is counted where letters are.</summary>
    public static readonly Statement AttemptLetter = new("support-checks.attempt-letter",
        $"UPDATE support_checks SET attempts = attempts + 1 WHERE {Live} AND kind = 'LetterCode' RETURNING id, account_id, staff_id");

    public static readonly Statement Pass = new("support-checks.pass", "UPDATE support_checks SET passed_at = @now WHERE id = @id AND passed_at IS NULL");

    /// <summary>The number alone, of whoever is signed in to that account.</summary>
    public static readonly Statement Confirm = new("support-checks.confirm",
        $"UPDATE support_checks SET passed_at = @now WHERE {Live} AND kind = 'OwnScreen' AND account_id = @account RETURNING staff_id");

    /// <summary>A visit counts in later looks, but in none of whoever confirmed it.</summary>
    public static readonly Statement Passed = new("support-checks.passed",
        """
        SELECT kind FROM support_checks WHERE look_id = @look AND account_id = @account AND passed_at IS NOT NULL
        UNION
        SELECT 'Branch' FROM support_visits WHERE account_id = @account AND confirmed_at IS NOT NULL AND confirmed_by <> @staff AND expires_at > @now
        """);

    public static readonly Statement Reads = new("support-checks.reads",
        "SELECT 1 FROM support_checks WHERE look_id = @look AND account_id = @account AND kind = 'NewAddress' AND proves = @proves AND passed_at IS NOT NULL LIMIT 1");

    public static readonly Statement Prune = Expiry.Batch("support_checks", "id", "expires_at");
}
