namespace Identity.Sdk;

/// <summary>
/// Claims that the server compares between pieces of evidence, by their names in OpenID Connect Core §5.1. A verifier may vouch
/// for others by other names.
/// </summary>
public static class ClaimNames
{
    /// <summary>Given names, in the order written, with a space between two.</summary>
    public const string GivenName = "given_name";

    /// <summary>Family name or names.</summary>
    public const string FamilyName = "family_name";

    /// <summary>Date of birth, as <c>YYYY-MM-DD</c>.</summary>
    public const string BirthDate = "birthdate";

    /// <summary>Postal address: the lines with a line feed between two, the postal code in the last.</summary>
    public const string Address = "address";

    /// <summary>Telephone number, in E.164 form.</summary>
    public const string PhoneNumber = "phone_number";

    /// <summary>E-mail address.</summary>
    public const string Email = "email";

    /// <summary>NHS number: ten digits.</summary>
    public const string NhsNumber = "nhs_number";
}
