using System.Data.Common;
using System.Globalization;
using Identity.Domain.Audit;

namespace Identity.Domain.Support.Staff;

/// <summary>Somebody who works here.</summary>
/// <param name="Id">The row.</param>
/// <param name="Sign">What citizens know them by: it names nobody.</param>
/// <param name="Name">What colleagues know them by.</param>
/// <param name="Email">Their address at work.</param>
public sealed record StaffMember(Guid Id, string Sign, string Name, string Email)
{
    /// <summary>Their own account as a citizen, where it is known.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>Their address, made comparable.</summary>
    public required string EmailKey { get; init; }

    /// <summary>Whether another has witnessed that it was they who enrolled.</summary>
    public required bool HasJoined { get; init; }

    /// <summary>Who invited them.</summary>
    public required string InvitedBy { get; init; }

    /// <summary>Who has to witness their enrolment; null for anybody who may but whoever invited them.</summary>
    public Guid? WitnessId { get; init; }

    /// <summary>How many passkeys they have.</summary>
    public required int Passkeys { get; init; }

    /// <summary>The role they have for now, or null.</summary>
    public string? Role { get; init; }

    /// <summary>Their chain in the audit, and their name as an actor in others'.</summary>
    public AuditSubject Subject => AuditSubject.Staff(Id);

    /// <summary>The sign alone: this text may find its way into a log.</summary>
    public override string ToString() => $"{nameof(StaffMember)} {Sign}";

    internal static StaffMember Of(DbDataReader row) => new(row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetString(3))
    {
        AccountId = row.IsDBNull(4) ? null : row.GetGuid(4),
        EmailKey = row.GetString(5),
        HasJoined = !row.IsDBNull(6),
        InvitedBy = row.GetString(7),
        WitnessId = row.IsDBNull(8) ? null : row.GetGuid(8),
        Passkeys = Convert.ToInt32(row[9], CultureInfo.InvariantCulture),
        Role = row.IsDBNull(10) ? null : row.GetString(10),
    };
}
