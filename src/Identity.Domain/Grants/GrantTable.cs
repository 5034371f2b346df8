using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Identity.Domain.Grants;

/// <summary>One authorization given out under a consent: a code and the tokens that follow.</summary>
internal sealed class GrantRow
{
    public Guid Id { get; init; }
    public Guid AccountId { get; init; }
    public required string ClientId { get; init; }
    public Guid SessionId { get; init; }

    /// <summary>The session it was given in, when it has moved to another.</summary>
    public Guid? FirstSessionId { get; init; }
    public required string Subject { get; init; }

    /// <summary>The subject in its access tokens, where it is another.</summary>
    public string? AccessSubject { get; init; }
    public required string Scopes { get; init; }
    public required string Claims { get; init; }
    public required string Resources { get; init; }
    public DateTimeOffset AuthTime { get; init; }
    public required string Amr { get; init; }
    public required string Acr { get; init; }
    public string? Vot { get; init; }

    /// <summary>The parameter <c>claims</c> of the request, when it asked for claims of the citizen.</summary>
    public string? Requested { get; init; }

    public int Offline { get; init; }
    public int Generation { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? RedeemedAt { get; init; }
    public DateTimeOffset? RotatedAt { get; init; }
    public DateTimeOffset? RevokedAt { get; init; }
    public DateTimeOffset ExpiresAt { get; init; }
}

internal sealed class GrantTable : IEntityTypeConfiguration<GrantRow>
{
    public void Configure(EntityTypeBuilder<GrantRow> builder)
    {
        builder.ToTable("Grants").HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.HasIndex(row => row.SessionId);
        builder.HasIndex(row => new { row.AccountId, row.ClientId });
        builder.HasIndex(row => row.ExpiresAt);
        builder.Property(row => row.ClientId).HasMaxLength(200);
        builder.Property(row => row.Subject).HasMaxLength(255);
        builder.Property(row => row.AccessSubject).HasMaxLength(255);
        builder.Property(row => row.Amr).HasMaxLength(64);
        builder.Property(row => row.Acr).HasMaxLength(64);
        builder.Property(row => row.Vot).HasMaxLength(100);
        builder.Property(row => row.Requested).HasMaxLength(4000);
    }
}
