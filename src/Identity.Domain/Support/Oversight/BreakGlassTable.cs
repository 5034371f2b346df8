using Identity.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Identity.Domain.Support.Oversight;

/// <summary>That somebody broke the glass, and until when it is broken for them.</summary>
internal sealed class BreakGlassRow
{
    public Guid Id { get; init; }
    public Guid StaffId { get; init; }
    public DateTimeOffset At { get; init; }
    public DateTimeOffset ExpiresAt { get; init; }
}

internal sealed class BreakGlassTable : IEntityTypeConfiguration<BreakGlassRow>
{
    public void Configure(EntityTypeBuilder<BreakGlassRow> builder)
    {
        builder.ToTable("SupportBreakGlass").HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.HasIndex(row => new { row.StaffId, row.At });
        builder.HasIndex(row => row.ExpiresAt);
    }
}

internal static class BreakGlassStatements
{
    public static readonly Statement Prune = Expiry.Batch("support_break_glass", "id", "expires_at");

    /// <summary>Once at a time.</summary>
    public static readonly Statement Insert = new("support-break-glass.insert",
        """
        INSERT INTO support_break_glass (id, staff_id, at, expires_at) SELECT @id, @staff, @now, @until
        WHERE NOT EXISTS (SELECT 1 FROM support_break_glass WHERE staff_id = @staff AND expires_at > @now)
        """);

    public static readonly Statement Mend = new("support-break-glass.delete", "DELETE FROM support_break_glass WHERE staff_id = @staff AND at = @now");
}
