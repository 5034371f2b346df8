using System.Data.Common;

namespace Identity.Domain.Accounts;

/// <summary>What applications may be told of a citizen (OpenID Connect Core §5.1), read in one statement.</summary>
public sealed record AccountClaims
{
    /// <summary>What each application's <c>sub</c> derives from. Never given out itself.</summary>
    public required byte[] SubjectSeed { get; init; }

    /// <summary><c>name</c>.</summary>
    public string? Name { get; init; }

    /// <summary><c>given_name</c>.</summary>
    public string? GivenName { get; init; }

    /// <summary><c>family_name</c>.</summary>
    public string? FamilyName { get; init; }

    /// <summary><c>birthdate</c>.</summary>
    public BirthDate? BirthDate { get; init; }

    /// <summary><c>email</c>.</summary>
    public string? Email { get; init; }

    /// <summary>What its owner signs in with in place of an address. No application is told.</summary>
    public string? SignInId { get; init; }

    /// <summary><c>email_verified</c>.</summary>
    public bool EmailVerified { get; init; }

    /// <summary><c>phone_number</c>, in E.164.</summary>
    public string? PhoneNumber { get; init; }

    /// <summary><c>phone_number_verified</c>.</summary>
    public bool PhoneNumberVerified { get; init; }

    /// <summary><c>address</c>.</summary>
    public PostalAddress? Address { get; init; }

    /// <summary><c>locale</c>.</summary>
    public required string Locale { get; init; }

    /// <summary><c>updated_at</c>.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>What evidence has beyond the account itself, by the name of the claim.</summary>
    public IReadOnlyDictionary<string, string> Vouched { get; init; } = new Dictionary<string, string>();

    /// <summary>Never the values: this text may find its way into a log.</summary>
    public override string ToString() => nameof(AccountClaims);

    internal static AccountClaims Of(DbDataReader row) => new()
    {
        SubjectSeed = (byte[])row[0],
        Name = Text(row, 1),
        GivenName = Text(row, 2),
        FamilyName = Text(row, 3),
        BirthDate = Accounts.BirthDate.FromStored(Text(row, 4)),
        Email = Text(row, 5),
        EmailVerified = row.GetBoolean(6),
        PhoneNumber = Text(row, 7),
        PhoneNumberVerified = row.GetBoolean(8),
        Address = PostalAddress.FromJson(Text(row, 9)),
        Locale = row.GetString(10),
        UpdatedAt = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(11)),
        SignInId = Text(row, 12),
    };

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
