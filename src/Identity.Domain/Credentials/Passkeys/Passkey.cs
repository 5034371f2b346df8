using System.Data.Common;
using Identity.Domain.Credentials.WebAuthn;

namespace Identity.Domain.Credentials.Passkeys;

/// <summary>A passkey as its owner sees it.</summary>
public sealed record Passkey
{
    /// <summary>The row.</summary>
    public required Guid Id { get; init; }

    /// <summary>What authenticators know it by, in base64url.</summary>
    public required string CredentialId { get; init; }

    /// <summary>What its owner calls it, or null.</summary>
    public string? Nickname { get; init; }

    /// <summary>Its model, as it said itself: enough for a name on a page, and for nothing else.</summary>
    public required Guid Aaguid { get; init; }

    /// <summary>The name of that model's maker or keeper, or null when it is not known.</summary>
    public string? Provider => PasskeyProviders.NameOf(Aaguid);

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it last signed in, or null.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }

    /// <summary>Whether it can be on several devices.</summary>
    public required bool IsSynced { get; init; }

    /// <summary>Whether it was, when it was last used.</summary>
    public required bool BackedUp { get; init; }

    /// <summary>Whether it signs in no more, because its model was found to be compromised.</summary>
    public required bool IsSuspended { get; init; }

    internal static Passkey Of(DbDataReader row) => new()
    {
        Id = row.GetGuid(0),
        CredentialId = Base64UrlText.Of((byte[])row[1]),
        Nickname = row.IsDBNull(2) ? null : row.GetString(2),
        Aaguid = row.GetGuid(3),
        CreatedAt = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(4)),
        LastUsedAt = row.IsDBNull(5) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(5)),
        IsSynced = row.GetBoolean(6),
        BackedUp = row.GetBoolean(7),
        IsSuspended = !row.IsDBNull(8),
    };
}
