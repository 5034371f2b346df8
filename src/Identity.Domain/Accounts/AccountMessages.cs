namespace Identity.Domain.Accounts;

/// <summary>Names of the messages of this room; the locales hold their words.</summary>
public static class AccountMessages
{
    /// <summary>The code that shows a newcomer reads this address. Value: <c>code</c>.</summary>
    public const string VerifyEmail = "verify-email";

    /// <summary>Somebody began to create an account with an address that has one: how to sign in, how to reset. No values.</summary>
    public const string AccountExists = "account-exists";
}
