using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Identity.Domain.Consent;

/// <summary>What a citizen lets an application have. It outlives sessions.</summary>
internal sealed class ConsentRow
{
    public Guid AccountId { get; init; }
    public required string ClientId { get; init; }
    public required string Scopes { get; init; }
    public required string Claims { get; init; }
    public required string Refused { get; init; }
    public DateTimeOffset GivenAt { get; init; }
}

internal sealed class ConsentTable : IEntityTypeConfiguration<ConsentRow>
{
    public void Configure(EntityTypeBuilder<ConsentRow> builder)
    {
        builder.ToTable("Consents").HasKey(row => new { row.AccountId, row.ClientId });
        builder.Property(row => row.ClientId).HasMaxLength(200);
    }
}
