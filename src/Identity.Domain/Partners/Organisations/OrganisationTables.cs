using Identity.Domain.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Identity.Domain.Partners.Organisations;

/// <summary>A partner's organisation.</summary>
internal sealed class OrganisationRow
{
    public Guid Id { get; init; }
    public required string Name { get; init; }
    public Guid CreatedBy { get; init; }
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Counts changes of who belongs to it: whoever changes that waits here for whoever does the same.</summary>
    public int Turn { get; init; }
}

/// <summary>Somebody who belongs to it.</summary>
internal sealed class OrganisationMemberRow
{
    public Guid OrganisationId { get; init; }
    public Guid AccountId { get; init; }
    public int Role { get; init; }
    public DateTimeOffset JoinedAt { get; init; }
}

/// <summary>A place that was offered and not taken yet.</summary>
internal sealed class OrganisationInvitationRow
{
    public Guid Id { get; init; }
    public Guid OrganisationId { get; init; }
    public required byte[] KeyHash { get; init; }
    public required string Email { get; init; }
    public int Role { get; init; }
    public DateTimeOffset ExpiresAt { get; init; }
}

internal sealed class OrganisationTable : IEntityTypeConfiguration<OrganisationRow>
{
    public void Configure(EntityTypeBuilder<OrganisationRow> builder)
    {
        builder.ToTable("Organisations").HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Name).HasMaxLength(PartnerOrganisation.LongestName);
        builder.HasIndex(row => new { row.CreatedBy, row.CreatedAt });
    }
}

internal sealed class OrganisationMemberTable : IEntityTypeConfiguration<OrganisationMemberRow>
{
    public void Configure(EntityTypeBuilder<OrganisationMemberRow> builder)
    {
        builder.ToTable("OrganisationMembers").HasKey(row => new { row.OrganisationId, row.AccountId });
        builder.HasIndex(row => row.AccountId);
    }
}

internal sealed class OrganisationInvitationTable : IEntityTypeConfiguration<OrganisationInvitationRow>
{
    public void Configure(EntityTypeBuilder<OrganisationInvitationRow> builder)
    {
        builder.ToTable("OrganisationInvitations").HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.KeyHash).HasMaxLength(32);
        builder.Property(row => row.Email).HasMaxLength(EmailAddress.MostOctets);
        builder.HasIndex(row => row.KeyHash).IsUnique();
        builder.HasIndex(row => row.OrganisationId);
        builder.HasIndex(row => row.ExpiresAt);
    }
}
