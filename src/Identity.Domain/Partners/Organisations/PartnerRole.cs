namespace Identity.Domain.Partners.Organisations;

/// <summary>What somebody is in a partner's organisation. The numbers are stored.</summary>
public enum PartnerRole
{
    /// <summary>Sees everything and changes nothing.</summary>
    Viewer = 0,

    /// <summary>Makes and changes applications.</summary>
    Developer = 1,

    /// <summary>Decides with somebody else what goes live.</summary>
    Compliance = 2,

    /// <summary>Does all of it, and says who belongs to the organisation.</summary>
    Owner = 3,
}

/// <summary>What a role lets somebody do.</summary>
public enum PartnerRight
{
    /// <summary>See the organisation and its applications.</summary>
    See,

    /// <summary>Make, change and remove applications, and ask for them to go live.</summary>
    Change,

    /// <summary>Decide what somebody else asked to go live.</summary>
    Approve,

    /// <summary>Say who belongs to the organisation, as what, and which domains are its own.</summary>
    Manage,
}

/// <summary>Which role has which rights.</summary>
public static class PartnerRights
{
    public static bool May(this PartnerRole role, PartnerRight right) => right switch
    {
        PartnerRight.See => true,
        PartnerRight.Change => role is PartnerRole.Developer or PartnerRole.Owner,
        PartnerRight.Approve => role is PartnerRole.Compliance or PartnerRole.Owner,
        PartnerRight.Manage => role is PartnerRole.Owner,
        _ => false,
    };
}
