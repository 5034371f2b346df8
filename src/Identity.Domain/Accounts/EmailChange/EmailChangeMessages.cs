namespace Identity.Domain.Accounts.EmailChange;

/// <summary>Names of the messages of this room; the locales hold their words.</summary>
public static class EmailChangeMessages
{
    /// <summary>The code that shows its reader reads the new address. Value: <c>code</c>.</summary>
    public const string Code = "email-change-code";

    /// <summary>Another address will be the account's. Values: <c>when</c>, in Unix milliseconds, and <c>link</c>.</summary>
    public const string Asked = "email-change-asked";

    /// <summary>Another address is the account's. Value: <c>link</c>.</summary>
    public const string Changed = "email-changed";
}
