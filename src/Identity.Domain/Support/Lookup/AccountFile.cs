using System.Data.Common;
using Identity.Domain.Accounts;
using Identity.Domain.Audit;
using Identity.Domain.Credentials.WaysIn;

namespace Identity.Domain.Support.Lookup;

/// <summary>What of an account can be shown whole, once somebody has said why.</summary>
public enum HiddenField
{
    Name,
    Email,
    Phone,
    BirthDate,
}

/// <summary>An account as staff see it: masked.</summary>
public sealed record AccountFile
{
    /// <summary>The look that keeps it open.</summary>
    public required Guid Look { get; init; }

    /// <summary>The values that can be shown, masked; those that are not known are not among them.</summary>
    public required IReadOnlyDictionary<HiddenField, string> Fields { get; init; }

    /// <summary>The language its owner reads.</summary>
    public required string Locale { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Why nobody can sign in to it for now, or null.</summary>
    public HoldReason? Hold { get; init; }

    /// <summary>When that ends, or the account is closed; null when nobody of staff has set a time.</summary>
    public DateTimeOffset? HoldEndsAt { get; init; }

    /// <summary>Whether only supervisors may open it.</summary>
    public required bool IsFlagged { get; init; }

    /// <summary>What it can be signed in to with.</summary>
    public HeldWays Ways { get; init; } = new();

    /// <summary>What happened lately, without a value of anybody's.</summary>
    public IReadOnlyList<AuditedEvent> Events { get; init; } = [];
}

/// <summary>The row of an account, with the values that are hidden.</summary>
internal sealed record FiledAccount(
    Guid Id, string? Name, string? Email, string? Phone, BirthDate? Born, string Locale, DateTimeOffset CreatedAt, HoldReason? Hold, bool IsFlagged, DateTimeOffset? HoldEndsAt)
{
    public static FiledAccount Of(DbDataReader row) => new(row.GetGuid(0), Text(row, 1), Text(row, 2), Text(row, 3), BirthDate.FromStored(Text(row, 4)), row.GetString(5),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(6)), row.IsDBNull(8) ? null : Enum.Parse<HoldReason>(row.GetString(8)), row.GetInt64(9) > 0,
        row.IsDBNull(10) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(10)));

    public KnownAccount Owner => new(Id, Email, Name, Locale);

    public IReadOnlyDictionary<HiddenField, string> Masks() => Values((HiddenField.Name, Masked.Name(Name)), (HiddenField.Email, Masked.Email(Email)),
        (HiddenField.Phone, Masked.Phone(Phone)), (HiddenField.BirthDate, Masked.Born(Born)));

    public string? Show(HiddenField field) =>
        Values((HiddenField.Name, Name), (HiddenField.Email, Email), (HiddenField.Phone, Phone), (HiddenField.BirthDate, Born?.Iso)).GetValueOrDefault(field);

    private static Dictionary<HiddenField, string> Values(params IEnumerable<(HiddenField Field, string? Value)> values) =>
        values.Where(pair => pair.Value is not null).ToDictionary(pair => pair.Field, pair => pair.Value!); // Just filtered.

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
