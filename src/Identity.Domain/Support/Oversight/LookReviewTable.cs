using Identity.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Identity.Domain.Support.Oversight;

/// <summary>What a colleague said of a look that was drawn.</summary>
internal sealed class LookReviewRow
{
    public Guid LookId { get; init; }
    public Guid ReviewerId { get; init; }
    public bool InOrder { get; init; }
    public DateTimeOffset At { get; init; }
}

internal sealed class LookReviewTable : IEntityTypeConfiguration<LookReviewRow>
{
    public void Configure(EntityTypeBuilder<LookReviewRow> builder)
    {
        builder.ToTable("SupportReviews").HasKey(row => row.LookId);
        builder.Property(row => row.LookId).ValueGeneratedNever();
        builder.HasIndex(row => row.At);
    }
}

internal static class LookReviewStatements
{
    public static readonly Statement Prune = Expiry.Batch("support_reviews", "look_id", "at");

    public static readonly Statement Waiting = new("support-reviews.waiting",
        """
        SELECT support_looks.id, staff.id, staff.sign, reason, support_looks.at, support_looks.expires_at,
            EXISTS (SELECT 1 FROM support_break_glass AS glass WHERE glass.staff_id = support_looks.staff_id AND support_looks.at >= glass.at AND support_looks.at < glass.expires_at)
        FROM support_looks JOIN staff ON staff.id = support_looks.staff_id
        WHERE support_looks.at > @since AND support_looks.expires_at <= @now AND support_looks.account_id IS NOT NULL AND support_looks.staff_id <> @reviewer
            AND NOT EXISTS (SELECT 1 FROM support_reviews WHERE look_id = support_looks.id)
        ORDER BY support_looks.at LIMIT 2000
        """);

    /// <summary>Of two who review one look, the first counts.</summary>
    public static readonly Statement Insert = new("support-reviews.insert",
        "INSERT INTO support_reviews (look_id, reviewer_id, in_order, at) VALUES (@look, @reviewer, @order, @now) ON CONFLICT DO NOTHING");
}
