using Identity.Domain.Audit;

namespace Identity.Domain.Partners.Organisations;

/// <summary>A partner: who answers for applications.</summary>
public sealed record PartnerOrganisation(Guid Id, string Name, DateTimeOffset CreatedAt)
{
    /// <summary>The longest name, in characters.</summary>
    public const int LongestName = 100;

    /// <summary>How many people may belong to one.</summary>
    public const int MostMembers = 200;

    /// <summary>How many one account may create within a day: nobody needs more, and a flood does.</summary>
    public const int MostADay = 10;

    /// <summary>Its chain in the audit.</summary>
    public AuditSubject Subject => AuditSubject.Organisation(Id);
}

/// <summary>Somebody's place in an organisation, as they have it now.</summary>
public sealed record Membership(PartnerOrganisation Organisation, Guid AccountId, PartnerRole Role)
{
    public bool May(PartnerRight right) => Role.May(right);
}

/// <summary>Somebody who belongs to an organisation, as their colleagues see them.</summary>
/// <param name="Name">Their name; empty where they have told none.</param>
/// <param name="Contact">Their e-mail address, or the sign-in ID of somebody without.</param>
public sealed record Colleague(Guid AccountId, string Name, string Contact, PartnerRole Role, DateTimeOffset JoinedAt);

/// <summary>An invitation that nobody has taken yet.</summary>
public sealed record OpenInvitation(Guid Id, string Email, PartnerRole Role, DateTimeOffset ExpiresAt);

/// <summary>What an invitation is for, to whoever holds its link.</summary>
public sealed record OfferedPlace(Guid Id, PartnerOrganisation Organisation, PartnerRole Role, DateTimeOffset ExpiresAt);
