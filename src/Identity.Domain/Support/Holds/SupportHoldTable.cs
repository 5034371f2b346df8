using Identity.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Identity.Domain.Support.Holds;

/// <summary>That staff hold an account, and until when. It is theirs as long as the account is held since the same moment.</summary>
internal sealed class SupportHoldRow
{
    public Guid AccountId { get; init; }
    public required string Kind { get; init; }
    public DateTimeOffset HeldAt { get; init; }
    public DateTimeOffset EndsAt { get; init; }
}

internal sealed class SupportHoldTable : IEntityTypeConfiguration<SupportHoldRow>
{
    public void Configure(EntityTypeBuilder<SupportHoldRow> builder)
    {
        builder.ToTable("SupportHolds").HasKey(row => row.AccountId);
        builder.Property(row => row.AccountId).ValueGeneratedNever();
        builder.Property(row => row.Kind).HasMaxLength(16);
        builder.HasIndex(row => row.EndsAt);
    }
}

internal static class HoldStatements
{
    private const string IsStill = "EXISTS (SELECT 1 FROM accounts WHERE accounts.id = support_holds.account_id AND accounts.held_at = support_holds.held_at)";

    public static readonly Statement Keep = new("support-holds.keep",
        """
        INSERT INTO support_holds (account_id, kind, held_at, ends_at) VALUES (@account, @kind, @now, @until)
        ON CONFLICT (account_id) DO UPDATE SET kind = @kind, held_at = @now, ends_at = @until
        """);

    /// <summary>Only a pause that goes on: what another has ended or begun since is theirs.</summary>
    public static readonly Statement Renew = new("support-holds.renew",
        $"UPDATE support_holds SET ends_at = @until WHERE account_id = @account AND kind = 'Pause' AND {IsStill}");

    public static readonly Statement Due = new("support-holds.due", "SELECT account_id FROM support_holds WHERE kind = 'Pause' AND ends_at <= @now ORDER BY ends_at LIMIT 100");

    /// <summary>Of two nodes one takes it, and of an agent who renews it and the end of its time, the one who was first.</summary>
    public static readonly Statement Take = new("support-holds.take",
        "DELETE FROM support_holds WHERE account_id = @account AND kind = 'Pause' AND ends_at <= @now RETURNING held_at");

    public static readonly Statement TakeClosing = new("support-holds.take-closing",
        "DELETE FROM support_holds WHERE account_id = @account AND kind = 'Closing' RETURNING held_at");

    public static readonly Statement Release = new("support-holds.release",
        "UPDATE accounts SET held_at = NULL, hold_reason = NULL, concurrency_stamp = @stamp WHERE id = @account AND held_at = @held");

    public static readonly Statement IsHeldSince = new("support-holds.is-held-since", "SELECT 1 FROM accounts WHERE id = @account AND held_at = @held");
}
