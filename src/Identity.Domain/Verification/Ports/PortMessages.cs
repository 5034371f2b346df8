namespace Identity.Domain.Verification.Ports;

/// <summary>Names of the messages of this room; the locales hold their words.</summary>
public static class PortMessages
{
    /// <summary>A letter of a verifier. Values: <c>subject</c> and <c>text</c>, in its own words, and <c>code</c>.</summary>
    public const string Letter = "verifier-letter";
}
