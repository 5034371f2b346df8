using Identity.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Identity.Domain.Support.Screens;

/// <summary>A citizen's screen that shows a number, and the account that an agent who was told it has connected to it.</summary>
internal sealed class SupportScreenRow
{
    public Guid Id { get; init; }

    /// <summary>The journey at that screen, as a hash.</summary>
    public required byte[] Screen { get; init; }

    public required byte[] NumberHash { get; init; }
    public DateTimeOffset ExpiresAt { get; init; }
    public Guid? AccountId { get; init; }
    public Guid? StaffId { get; init; }
    public DateTimeOffset? ConfirmedAt { get; init; }
}

internal sealed class SupportScreenTable : IEntityTypeConfiguration<SupportScreenRow>
{
    public void Configure(EntityTypeBuilder<SupportScreenRow> builder)
    {
        builder.ToTable("SupportScreens").HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Screen).HasMaxLength(32);
        builder.Property(row => row.NumberHash).HasMaxLength(32);
        builder.HasIndex(row => row.Screen);
        builder.HasIndex(row => row.NumberHash);
        builder.HasIndex(row => row.ExpiresAt);
    }
}

internal static class ScreenStatements
{
    public static readonly Statement Prune = Expiry.Batch("support_screens", "id", "expires_at");

    public static readonly Statement IsTaken = new("support-screens.is-taken", "SELECT 1 FROM support_screens WHERE number_hash = @number AND expires_at > @now LIMIT 1");

    /// <summary>A screen shows one number: an earlier one is of no use any more.</summary>
    public static readonly Statement Forget = new("support-screens.forget", "DELETE FROM support_screens WHERE screen = @screen AND confirmed_at IS NULL");

    public static readonly Statement Insert = new("support-screens.insert",
        "INSERT INTO support_screens (id, screen, number_hash, expires_at) VALUES (@id, @screen, @number, @until)");

    /// <summary>Once: whoever is told the number later finds it taken.</summary>
    public static readonly Statement Join = new("support-screens.join",
        """
        UPDATE support_screens SET account_id = @account, staff_id = @staff
        WHERE number_hash = @number AND account_id IS NULL AND expires_at > @now RETURNING id
        """);

    public static readonly Statement IsJoined = new("support-screens.is-joined",
        "SELECT 1 FROM support_screens WHERE screen = @screen AND account_id IS NOT NULL AND confirmed_at IS NULL AND expires_at > @now");

    public static readonly Statement Confirm = new("support-screens.confirm",
        """
        UPDATE support_screens SET confirmed_at = @now
        WHERE screen = @screen AND account_id IS NOT NULL AND confirmed_at IS NULL AND expires_at > @now RETURNING account_id, staff_id
        """);
}
