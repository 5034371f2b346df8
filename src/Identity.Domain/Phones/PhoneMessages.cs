namespace Identity.Domain.Phones;

/// <summary>Names of the messages of this room; the locales hold their words.</summary>
public static class PhoneMessages
{
    /// <summary>A telephone can be used to sign in from now on. Value: <c>ending</c>.</summary>
    public const string Added = "phone-added";

    /// <summary>A telephone is of no use any more. Value: <c>ending</c>.</summary>
    public const string Removed = "phone-removed";
}
