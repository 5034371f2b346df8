using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Identity.Domain.Credentials.AuthenticatorApps;

/// <summary>The one app of an account; its secret is sealed by Data Protection.</summary>
internal sealed class AuthenticatorAppRow
{
    public Guid Id { get; init; }
    public Guid AccountId { get; init; }
    public required byte[] Sealed { get; init; }

    /// <summary>The last step of RFC 6238 whose code was taken.</summary>
    public long LastStep { get; init; }

    public DateTimeOffset AddedAt { get; init; }
    public DateTimeOffset? LastUsedAt { get; init; }
}

internal sealed class AuthenticatorAppTable : IEntityTypeConfiguration<AuthenticatorAppRow>
{
    public void Configure(EntityTypeBuilder<AuthenticatorAppRow> builder)
    {
        builder.ToTable("AuthenticatorApps").HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.HasIndex(row => row.AccountId).IsUnique();
    }
}
