using System.Data.Common;
using System.Globalization;
using Identity.Domain.Recovery;
using Identity.Domain.Storage;
using Identity.Domain.Support.Lookup;
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

    /// <summary>What the caller told the agent that they lost.</summary>
    public LostThing? Lost { get; init; }

    /// <summary>What they told that they can show.</summary>
    public RecoveryProofs? Has { get; init; }

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
        builder.Property(row => row.Lost).HasConversion<string>().HasMaxLength(16);
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
        UPDATE support_screens SET account_id = @account, staff_id = @staff, lost = @lost, has = @has
        WHERE number_hash = @number AND account_id IS NULL AND expires_at > @now RETURNING id
        """);

    public static readonly Statement FindJoined = new("support-screens.find-joined",
        """
        SELECT email, full_name, lost, has FROM support_screens JOIN accounts ON accounts.id = account_id
        WHERE screen = @screen AND confirmed_at IS NULL AND expires_at > @now
        """);

    public static readonly Statement Confirm = new("support-screens.confirm",
        """
        UPDATE support_screens SET confirmed_at = @now
        WHERE screen = @screen AND account_id IS NOT NULL AND confirmed_at IS NULL AND expires_at > @now RETURNING account_id, staff_id, lost, has
        """);
}

internal static class ScreenRows
{
    /// <summary>What was confirmed, and who of the staff had connected it.</summary>
    public sealed record Taken(ConfirmedScreen Screen, Guid Staff);

    public static JoinedScreen Joined(DbDataReader row) => new(Masked.Email(Text(row, 0)) ?? Masked.Name(Text(row, 1)), Filled(row));

    public static Taken Confirmed(DbDataReader row) => new(new(row.GetGuid(0), Filled(row)), row.GetGuid(1));

    // A node of an earlier version, beside this one during an upgrade, fills nothing in.
    private static FilledIn Filled(DbDataReader row) => new(
        Text(row, 2) is { } lost ? Enum.Parse<LostThing>(lost) : LostThing.Everything,
        row.IsDBNull(3) ? RecoveryProofs.None : (RecoveryProofs)Convert.ToInt32(row[3], CultureInfo.InvariantCulture));

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
