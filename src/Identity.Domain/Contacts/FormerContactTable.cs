using Identity.Domain.Notifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Identity.Domain.Contacts;

/// <summary>A contact that is somebody's no longer, sealed, for as long as it may still have to be told.</summary>
internal sealed class FormerContactRow
{
    public Guid Id { get; init; }
    public Guid AccountId { get; init; }
    public MessageChannel Channel { get; init; }
    public required byte[] Sealed { get; init; }
    public DateTimeOffset RemovedAt { get; init; }
}

internal sealed class FormerContactTable : IEntityTypeConfiguration<FormerContactRow>
{
    public void Configure(EntityTypeBuilder<FormerContactRow> builder)
    {
        builder.ToTable("FormerContacts").HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.HasIndex(row => row.AccountId);
        builder.HasIndex(row => row.RemovedAt);
    }
}
