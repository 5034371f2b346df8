using Identity.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Identity.Domain.Credentials.Metadata;

/// <summary>The newest metadata that any node has taken, so that none takes older again.</summary>
internal sealed class MetadataRow
{
    public int Id { get; init; }
    public long Number { get; init; }
    public required byte[] Hash { get; init; }
    public DateTimeOffset SeenAt { get; init; }
}

internal sealed class MetadataTable : IEntityTypeConfiguration<MetadataRow>
{
    public void Configure(EntityTypeBuilder<MetadataRow> builder)
    {
        builder.ToTable("PasskeyMetadata").HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Hash).HasMaxLength(32);
    }
}

internal static class MetadataStatements
{
    /// <summary>Changes nothing when a newer one was seen, or another of this number.</summary>
    public static readonly Statement Take = new("passkey-metadata.take",
        """
        INSERT INTO passkey_metadata (id, number, hash, seen_at) VALUES (1, @number, @hash, @now)
        ON CONFLICT (id) DO UPDATE SET number = excluded.number, hash = excluded.hash, seen_at = excluded.seen_at
        WHERE passkey_metadata.number < excluded.number OR (passkey_metadata.number = excluded.number AND passkey_metadata.hash = excluded.hash)
        """);
}
