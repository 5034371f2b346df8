namespace Identity.Domain.Contacts;

/// <summary>Names of the messages of this room; the locales hold their words.</summary>
public static class ContactMessages
{
    /// <summary>Mail to the account's address came back: how to give another. No values.</summary>
    public const string EmailUnreachable = "email-unreachable";

    /// <summary>A telephone number does not exist any more: how to give another. No values.</summary>
    public const string PhoneUnreachable = "phone-unreachable";
}
