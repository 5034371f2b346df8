namespace Identity.Domain.Partners.Organisations;

/// <summary>What people are told of the organisations they belong to.</summary>
public static class OrganisationMessages
{
    public const string Invited = "organisation-invited";
    public const string Joined = "organisation-joined";
    public const string RoleGiven = "organisation-role-given";
    public const string Waits = "organisation-waits";
    public const string Left = "organisation-left";
}
