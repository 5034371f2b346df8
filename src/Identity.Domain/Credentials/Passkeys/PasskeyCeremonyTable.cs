using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Identity.Domain.Credentials.Passkeys;

/// <summary>A challenge that was given to one browser and not answered yet.</summary>
internal sealed class PasskeyCeremonyRow
{
    public required byte[] ChallengeHash { get; init; }
    public required string Kind { get; init; }
    public required byte[] BrowserHash { get; init; }
    public Guid? AccountId { get; init; }

    /// <summary>Of the account that does not exist yet: its passkey names it by this before it does.</summary>
    public byte[]? SubjectSeed { get; init; }

    public required string Policy { get; init; }
    public bool Conditional { get; init; }
    public DateTimeOffset ExpiresAt { get; init; }
}

internal sealed class PasskeyCeremonyTable : IEntityTypeConfiguration<PasskeyCeremonyRow>
{
    public void Configure(EntityTypeBuilder<PasskeyCeremonyRow> builder)
    {
        builder.ToTable("PasskeyCeremonies").HasKey(row => row.ChallengeHash);
        builder.HasIndex(row => row.ExpiresAt);
        builder.Property(row => row.ChallengeHash).HasMaxLength(32);
        builder.Property(row => row.Kind).HasMaxLength(16);
        builder.Property(row => row.BrowserHash).HasMaxLength(32);
        builder.Property(row => row.SubjectSeed).HasMaxLength(16);
        builder.Property(row => row.Policy).HasMaxLength(16);
    }
}
