using Identity.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Identity.Domain.Support.Corrections;

/// <summary>What a request would change a detail to, sealed, until it is done or stopped.</summary>
internal sealed class SupportCorrectionRow
{
    public Guid RequestId { get; init; }
    public required string Evidence { get; init; }
    public required byte[] Sealed { get; init; }
    public DateTimeOffset ExpiresAt { get; init; }
}

internal sealed class SupportCorrectionTable : IEntityTypeConfiguration<SupportCorrectionRow>
{
    public void Configure(EntityTypeBuilder<SupportCorrectionRow> builder)
    {
        builder.ToTable("SupportCorrections").HasKey(row => row.RequestId);
        builder.Property(row => row.RequestId).ValueGeneratedNever();
        builder.Property(row => row.Evidence).HasMaxLength(16);
        builder.HasIndex(row => row.ExpiresAt);
    }
}

internal static class CorrectionStatements
{
    public static readonly Statement Insert = new("support-corrections.insert",
        "INSERT INTO support_corrections (request_id, evidence, sealed, expires_at) VALUES (@id, @evidence, @sealed, @until)");

    public static readonly Statement Find = new("support-corrections.find", "SELECT evidence, sealed FROM support_corrections WHERE request_id = @id");

    public static readonly Statement Take = new("support-corrections.take", "DELETE FROM support_corrections WHERE request_id = @id RETURNING evidence, sealed");

    public static readonly Statement Before = new("support-corrections.before", "SELECT full_name, birth_date FROM accounts WHERE id = @account");

    public static readonly Statement Name = new("support-corrections.name",
        "UPDATE accounts SET given_name = @given, family_name = @family, full_name = @full, updated_at = @now, concurrency_stamp = @stamp WHERE id = @account");

    public static readonly Statement Born = new("support-corrections.born",
        "UPDATE accounts SET birth_date = @born, updated_at = @now, concurrency_stamp = @stamp WHERE id = @account");

    public static readonly Statement Phone = new("support-corrections.phone",
        "DELETE FROM phones WHERE id = @id AND account_id = @account RETURNING number, takes_texts");

    public static readonly Statement Prune = Expiry.Batch("support_corrections", "request_id", "expires_at");
}
