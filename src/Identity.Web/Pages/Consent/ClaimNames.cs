using Identity.Web.Locales;

namespace Identity.Web.Pages.Consent;

/// <summary>What people call the standard claims of OpenID Connect Core 1.0 §5.1.</summary>
internal static class ClaimNames
{
    /// <returns>Null for a claim that has no name in everyday words.</returns>
    public static Message? Of(Text text, string claim) => claim switch
    {
        "name" => text["claims.name"],
        "given_name" => text["claims.givenName"],
        "family_name" => text["claims.familyName"],
        "birthdate" => text["claims.birthDate"],
        "email" => text["claims.email"],
        "phone_number" => text["claims.phone"],
        "address" => text["claims.address"],
        _ => null,
    };
}
