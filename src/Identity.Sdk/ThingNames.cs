namespace Identity.Sdk;

/// <summary>Things that a verifier may ask a person to have at hand, which the server has words for.</summary>
public static class ThingNames
{
    /// <summary>A passport of any country.</summary>
    public const string Passport = "passport";

    /// <summary>A photocard driving licence.</summary>
    public const string DrivingLicence = "driving-licence";

    /// <summary>A national identity card.</summary>
    public const string IdentityCard = "identity-card";

    /// <summary>Any document that a desk accepts.</summary>
    public const string AnyDocument = "any-document";

    /// <summary>A telephone that has a camera.</summary>
    public const string CameraPhone = "camera-phone";

    /// <summary>A postal address at which letters arrive.</summary>
    public const string PostalAddress = "postal-address";

    /// <summary>An account with a bank, or another organisation, that can be used online.</summary>
    public const string OnlineAccount = "online-account";

    /// <summary>Registration details that an organisation gave out, such as a surgery's linkage key.</summary>
    public const string RegistrationDetails = "registration-details";

    /// <summary>The number by which a health service knows the person.</summary>
    public const string HealthNumber = "health-number";

    /// <summary>Somebody who knows the person and may vouch for them.</summary>
    public const string Voucher = "voucher";
}
