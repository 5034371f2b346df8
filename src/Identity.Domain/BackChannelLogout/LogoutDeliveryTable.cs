using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Identity.Domain.BackChannelLogout;

/// <summary>One client that has to be told that one session ended; afterwards the receipt, until its time is over.</summary>
internal sealed class LogoutDeliveryRow
{
    /// <summary>The session that the client's <c>sid</c> stands for.</summary>
    public Guid SessionId { get; init; }

    public required string ClientId { get; init; }
    public Guid AccountId { get; init; }

    /// <summary>The <c>sub</c> that the client knows the citizen by.</summary>
    public required string Subject { get; init; }

    public DateTimeOffset EndedAt { get; init; }

    /// <summary>When it is tried next; null once it is settled.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Nobody tries later than this.</summary>
    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>How often the client was asked and did not take it.</summary>
    public int Attempts { get; init; }

    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>A name of <see cref="LogoutEnding"/>.</summary>
    public string? Ending { get; init; }

    /// <summary>The HTTP status of the last answer, where there was one.</summary>
    public int? Status { get; init; }

    /// <summary>What was wrong the last time: the client's <c>error</c>, or ours.</summary>
    public string? Error { get; init; }
}

internal sealed class LogoutDeliveryTable : IEntityTypeConfiguration<LogoutDeliveryRow>
{
    public void Configure(EntityTypeBuilder<LogoutDeliveryRow> builder)
    {
        builder.ToTable("LogoutDeliveries").HasKey(row => new { row.SessionId, row.ClientId });
        builder.HasIndex(row => row.DueAt);
        builder.HasIndex(row => row.ExpiresAt);
        builder.HasIndex(row => row.AccountId);
        builder.Property(row => row.ClientId).HasMaxLength(200);
        builder.Property(row => row.Subject).HasMaxLength(255);
        builder.Property(row => row.Ending).HasMaxLength(20);
        builder.Property(row => row.Error).HasMaxLength(LogoutAnswer.LongestError);
    }
}
