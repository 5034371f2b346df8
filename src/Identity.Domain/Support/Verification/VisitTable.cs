using Identity.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Identity.Domain.Support.Verification;

/// <summary>That a caller was asked to come to a desk, and what became of it. Their code stands here as a hash alone.</summary>
internal sealed class SupportVisitRow
{
    public Guid Id { get; init; }
    public Guid AccountId { get; init; }

    /// <summary>Whoever asked for it: they cannot confirm it.</summary>
    public Guid StaffId { get; init; }

    public required byte[] CodeHash { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset ExpiresAt { get; init; }
    public Guid? ConfirmedBy { get; init; }
    public DateTimeOffset? ConfirmedAt { get; init; }
}

internal sealed class SupportVisitTable : IEntityTypeConfiguration<SupportVisitRow>
{
    public void Configure(EntityTypeBuilder<SupportVisitRow> builder)
    {
        builder.ToTable("SupportVisits").HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.CodeHash).HasMaxLength(32);
        builder.HasIndex(row => row.CodeHash).IsUnique();
        builder.HasIndex(row => row.AccountId);
        builder.HasIndex(row => row.ExpiresAt);
    }
}

internal static class VisitStatements
{
    private const string Waits = "confirmed_at IS NULL AND expires_at > @now";

    public static readonly Statement Insert = new("support-visits.insert",
        "INSERT INTO support_visits (id, account_id, staff_id, code_hash, created_at, expires_at) VALUES (@id, @account, @staff, @code, @now, @until)");

    /// <summary>A code that was given before works no more.</summary>
    public static readonly Statement Replace = new("support-visits.replace", $"UPDATE support_visits SET expires_at = @now WHERE account_id = @account AND {Waits}");

    public static readonly Statement ByCode = new("support-visits.by-code", $"SELECT id, account_id, staff_id FROM support_visits WHERE code_hash = @code AND {Waits}");

    public static readonly Statement Waiting = new("support-visits.waiting", $"SELECT id, account_id, staff_id FROM support_visits WHERE id = @id AND {Waits}");

    /// <summary>Once, in time, and never by the one who asked for it.</summary>
    public static readonly Statement Confirm = new("support-visits.confirm",
        $"UPDATE support_visits SET confirmed_by = @by, confirmed_at = @now WHERE id = @id AND staff_id <> @by AND {Waits}");

    public static readonly Statement End = new("support-visits.end", $"UPDATE support_visits SET expires_at = @now WHERE id = @id AND {Waits}");

    public static readonly Statement Prune = Expiry.Batch("support_visits", "id", "expires_at");
}
