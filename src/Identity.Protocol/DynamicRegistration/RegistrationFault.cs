namespace Identity.Protocol.DynamicRegistration;

/// <summary>Why a registration is refused (RFC 7591 §3.2.2).</summary>
/// <param name="Error">The code.</param>
/// <param name="Description">What to mend, for the developer.</param>
internal sealed record RegistrationFault(string Error, string Description)
{
    public static RegistrationFault Metadata(string description) => new("invalid_client_metadata", description);

    public static RegistrationFault RedirectUri(string description) => new("invalid_redirect_uri", description);

    public static RegistrationFault Statement(string description) => new("invalid_software_statement", description);

    public static RegistrationFault Unapproved(string description) => new("unapproved_software_statement", description);
}
