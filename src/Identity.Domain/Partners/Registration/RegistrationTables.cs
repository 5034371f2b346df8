using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Identity.Domain.Partners.Registration;

/// <summary>A client that registered itself (RFC 7591), and what lets it change that (RFC 7592).</summary>
internal sealed class ClientRegistrationRow
{
    public required string ClientId { get; init; }
    public required byte[] TokenHash { get; init; }
    public required string Scopes { get; init; }
    public string? StatementIssuer { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
}

/// <summary>An initial access token (RFC 7591 §3), by its hash.</summary>
internal sealed class InitialAccessTokenRow
{
    public required byte[] TokenHash { get; init; }
    public required string Name { get; init; }
    public required string Scopes { get; init; }
    public int UsesLeft { get; init; }
    public DateTimeOffset ExpiresAt { get; init; }
}

internal sealed class ClientRegistrationTable : IEntityTypeConfiguration<ClientRegistrationRow>
{
    public void Configure(EntityTypeBuilder<ClientRegistrationRow> builder)
    {
        builder.ToTable("ClientRegistrations").HasKey(row => row.ClientId);
        builder.Property(row => row.ClientId).HasMaxLength(200);
        builder.Property(row => row.TokenHash).HasMaxLength(32);
        builder.Property(row => row.Scopes).HasMaxLength(InitialAccessTokens.LongestScopes);
        builder.Property(row => row.StatementIssuer).HasMaxLength(RegisteredUri.MaxLength);
    }
}

internal sealed class InitialAccessTokenTable : IEntityTypeConfiguration<InitialAccessTokenRow>
{
    public void Configure(EntityTypeBuilder<InitialAccessTokenRow> builder)
    {
        builder.ToTable("InitialAccessTokens").HasKey(row => row.TokenHash);
        builder.Property(row => row.TokenHash).HasMaxLength(32);
        builder.Property(row => row.Name).HasMaxLength(InitialAccessTokens.LongestName);
        builder.Property(row => row.Scopes).HasMaxLength(InitialAccessTokens.LongestScopes);
        builder.HasIndex(row => row.ExpiresAt);
    }
}
