using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Identity.Domain.Partners;

/// <summary>
/// A registration. Issuer and sector stand beside the document, because they decide who sees what; so does the address that
/// is told of ended sessions, because the end of a session looks there.
/// </summary>
internal sealed class ClientRow
{
    public required string ClientId { get; init; }
    public required string Issuer { get; init; }
    public required string Sector { get; init; }
    public string? BackchannelLogoutUri { get; init; }
    public required string Registration { get; init; }
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The partner whose people look after it in the portal; null for one that stands in a file or registered itself.</summary>
    public Guid? OrganisationId { get; init; }

    /// <summary>Counts its changes, so that nobody writes over what they have not seen.</summary>
    public int Version { get; init; }

    /// <summary>Until when its requests are traced.</summary>
    public DateTimeOffset? TracedUntil { get; init; }

    /// <summary>How many more of them are.</summary>
    public int TracesLeft { get; init; }
}

internal sealed class ClientTable : IEntityTypeConfiguration<ClientRow>
{
    public void Configure(EntityTypeBuilder<ClientRow> builder)
    {
        builder.ToTable("Clients").HasKey(row => row.ClientId);
        builder.Property(row => row.ClientId).HasMaxLength(200);
        builder.Property(row => row.Issuer).HasMaxLength(200);
        builder.Property(row => row.Sector).HasMaxLength(255);
        builder.Property(row => row.BackchannelLogoutUri).HasMaxLength(RegisteredUri.MaxLength);
        builder.HasIndex(row => new { row.OrganisationId, row.ClientId });
    }
}

/// <summary>A registration as it was, without its secrets.</summary>
internal sealed class ClientVersionRow
{
    public required string ClientId { get; init; }
    public int Version { get; init; }
    public required string Registration { get; init; }
    public required string Actor { get; init; }
    public DateTimeOffset At { get; init; }
}

internal sealed class ClientVersionTable : IEntityTypeConfiguration<ClientVersionRow>
{
    public void Configure(EntityTypeBuilder<ClientVersionRow> builder)
    {
        builder.ToTable("ClientVersions").HasKey(row => new { row.ClientId, row.Version });
        builder.Property(row => row.ClientId).HasMaxLength(200);
        builder.Property(row => row.Actor).HasMaxLength(200);
    }
}
