namespace Identity.Domain.Letters;

/// <summary>Names of the messages of this room; the locales hold their words.</summary>
public static class LetterMessages
{
    /// <summary>A code, and where to type it. Value: <c>code</c>.</summary>
    public const string Code = "letter-code";

    /// <summary>Letters go to another address from now on. No values.</summary>
    public const string AddressChanged = "address-changed";
}
