using System.Data.Common;

namespace Identity.Domain.Grants;

/// <summary>What one authorization allows, and how the citizen was signed in when they gave it.</summary>
public sealed record Grant
{
    public required Guid Id { get; init; }
    public required Guid AccountId { get; init; }
    public required string ClientId { get; init; }
    public required Guid SessionId { get; init; }

    /// <summary>The session that the <c>sid</c> in its ID tokens stands for: the one it was given in, wherever it has moved since.</summary>
    public Guid SidSession
    {
        get => field == Guid.Empty ? SessionId : field;
        init;
    }

    /// <summary>The <c>sub</c> this client knows the citizen by.</summary>
    public required string Subject { get; init; }

    /// <summary>The <c>sub</c> that the APIs of its access tokens know the citizen by.</summary>
    public string AccessSubject
    {
        get => field ?? Subject;
        init;
    }

    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>Names of the claims the citizen agreed to share.</summary>
    public required IReadOnlyList<string> Claims { get; init; }

    /// <summary>Resource indicators (RFC 8707) of the APIs its access tokens are for.</summary>
    public required IReadOnlyList<string> Resources { get; init; }

    public required DateTimeOffset AuthTime { get; init; }

    /// <summary>RFC 8176 values, separated by spaces.</summary>
    public required string Amr { get; init; }

    /// <summary>The class of authentication (OpenID Connect Core §2) that it was given under.</summary>
    public required string Acr { get; init; }

    /// <summary>The vector of trust (RFC 8485) that was asked for and met; null when none was.</summary>
    public string? Vot { get; init; }

    /// <summary>The parameter <c>claims</c> (OpenID Connect Core §5.5) that asked for single claims; null when none did.</summary>
    public string? Requested { get; init; }

    /// <summary>Whether it outlives the session (<c>offline_access</c>).</summary>
    public required bool Offline { get; init; }

    /// <summary>0 while only the code exists; then the number of the refresh token that counts.</summary>
    public int Generation { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? RotatedAt { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }

    internal static Grant Read(DbDataReader row) => new()
    {
        Id = row.GetGuid(0),
        AccountId = row.GetGuid(1),
        ClientId = row.GetString(2),
        SessionId = row.GetGuid(3),
        Subject = row.GetString(4),
        Scopes = Split(row.GetString(5)),
        Claims = Split(row.GetString(6)),
        Resources = Split(row.GetString(7)),
        AuthTime = Time(row.GetInt64(8)),
        Amr = row.GetString(9),
        Acr = row.GetString(10),
        Offline = row.GetInt32(11) == 1,
        Generation = row.GetInt32(12),
        CreatedAt = Time(row.GetInt64(13)),
        ExpiresAt = Time(row.GetInt64(14)),
        RotatedAt = row.IsDBNull(15) ? null : Time(row.GetInt64(15)),
        RevokedAt = row.IsDBNull(16) ? null : Time(row.GetInt64(16)),
        Vot = row.IsDBNull(17) ? null : row.GetString(17),
        Requested = row.IsDBNull(18) ? null : row.GetString(18),
        AccessSubject = row.IsDBNull(20) ? row.GetString(4) : row.GetString(20),
        SidSession = row.IsDBNull(19) ? Guid.Empty : row.GetGuid(19),
    };

    private static string[] Split(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static DateTimeOffset Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
