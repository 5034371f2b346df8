using System.Data.Common;
using Identity.Domain.Support.Roles;

namespace Identity.Domain.Support.Staff;

/// <summary>How far somebody is on their way in.</summary>
public enum StaffStage
{
    /// <summary>Not signed in.</summary>
    Nobody,

    /// <summary>Invited, with fewer passkeys than they need: they may add one and nothing else.</summary>
    Enrolling,

    /// <summary>Enrolled, and not witnessed yet: they may witness another and nothing else.</summary>
    Enrolled,

    /// <summary>In: what they may do, their role says.</summary>
    In,
}

/// <summary>A browser in which a member of staff is signed in.</summary>
/// <param name="Id">The row; opens nothing.</param>
/// <param name="Staff">Who.</param>
/// <param name="Stage">How far they are.</param>
/// <param name="ConfirmedAt">When they last used their passkey in it, or null.</param>
/// <param name="ExpiresAt">Its end, however busy.</param>
/// <param name="Permissions">What their role lets them do now.</param>
public sealed record StaffSession(
    Guid Id, StaffMember Staff, StaffStage Stage, DateTimeOffset? ConfirmedAt, DateTimeOffset ExpiresAt, IReadOnlySet<Permission> Permissions)
{
    /// <summary>Until when the glass is broken for them; null while it is whole.</summary>
    public DateTimeOffset? GlassBrokenUntil { get; init; }

    /// <summary>Whether the glass is broken for them.</summary>
    public bool HasBrokenGlass => GlassBrokenUntil is not null;

    /// <summary>Whether they may do it.</summary>
    public bool May(Permission permission) => Permissions.Contains(permission);
}

/// <summary>A session as its row has it.</summary>
internal sealed record FoundStaffSession(Guid Id, StaffMember Staff, DateTimeOffset? ConfirmedAt, DateTimeOffset ExpiresAt, DateTimeOffset LastUsedAt, DateTimeOffset? GlassBrokenUntil)
{
    public static FoundStaffSession Of(DbDataReader row) => new(row.GetGuid(11), StaffMember.Of(row),
        row.IsDBNull(12) ? null : Time(row.GetInt64(12)), Time(row.GetInt64(13)), Time(row.GetInt64(14)), row.IsDBNull(15) ? null : Time(row.GetInt64(15)));

    private static DateTimeOffset Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
