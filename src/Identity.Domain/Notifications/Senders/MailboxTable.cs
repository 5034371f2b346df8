using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Identity.Domain.Notifications.Senders;

/// <summary>A message as a person would have received it. Empty outside Development.</summary>
internal sealed class MailboxRow
{
    public Guid Id { get; init; }
    public MessageChannel Channel { get; init; }
    public required string Destination { get; init; }
    public required string Subject { get; init; }
    public required string Body { get; init; }
    public DateTimeOffset SentAt { get; init; }
}

internal sealed class MailboxTable : IEntityTypeConfiguration<MailboxRow>
{
    public void Configure(EntityTypeBuilder<MailboxRow> builder)
    {
        builder.ToTable("Mailbox").HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.HasIndex(row => row.SentAt);
    }
}
