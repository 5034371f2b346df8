using System.Data.Common;

namespace Identity.Domain.Accounts;

/// <summary>An account that exists, with what messages to its owner need.</summary>
public sealed record KnownAccount(Guid Id, string? Email, string? Name, string Locale)
{
    /// <summary>The sign-in ID, when it has one.</summary>
    public string? SignInId { get; init; }

    /// <summary>What its owner names it by when they sign in.</summary>
    public string Identifier => Email ?? SignInId ?? "";

    /// <summary>The id alone: this text may find its way into a log.</summary>
    public override string ToString() => $"{nameof(KnownAccount)} {Id}";

    internal static KnownAccount Of(DbDataReader row) => new(row.GetGuid(0),
        row.IsDBNull(1) ? null : row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2), row.GetString(3))
    {
        SignInId = row.IsDBNull(4) ? null : row.GetString(4),
    };
}
