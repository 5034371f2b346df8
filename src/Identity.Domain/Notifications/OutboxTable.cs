using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Identity.Domain.Notifications;

/// <summary>A message that waits. Destination and values are sealed; the row goes when the message has.</summary>
internal sealed class OutboxRow
{
    public Guid Id { get; init; }
    public required byte[] Sealed { get; init; }
    public DateTimeOffset DueAt { get; init; }
    public DateTimeOffset ExpiresAt { get; init; }
    public int Attempts { get; init; }

    /// <summary>Since when a gateway has it that says later what became of it.</summary>
    public DateTimeOffset? HandedAt { get; init; }

    /// <summary>Whose account it is about, if anybody's.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>Since when it is known that nothing takes it.</summary>
    public DateTimeOffset? FailedAt { get; init; }
}

internal sealed class OutboxTable : IEntityTypeConfiguration<OutboxRow>
{
    public void Configure(EntityTypeBuilder<OutboxRow> builder)
    {
        builder.ToTable("Outbox").HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.HasIndex(row => row.DueAt);
        builder.HasIndex(row => row.AccountId);
    }
}
