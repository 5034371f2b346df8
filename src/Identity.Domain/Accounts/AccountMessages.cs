namespace Identity.Domain.Accounts;

/// <summary>Names of the messages of this room; the locales hold their words.</summary>
public static class AccountMessages
{
    /// <summary>The code that shows a newcomer reads this address. Value: <c>code</c>.</summary>
    public const string VerifyEmail = "verify-email";

    /// <summary>Somebody began to create an account with an address that has one: how to sign in, how to reset. No values.</summary>
    public const string AccountExists = "account-exists";

    /// <summary>The password was changed by somebody who knew it: what to do when that was not its owner. No values.</summary>
    public const string PasswordChanged = "password-changed";

    /// <summary>Nobody can sign in for now: how to learn why, and how to have it looked at again. No values.</summary>
    public const string AccountHeld = "account-held";

    /// <summary>Its owner can sign in again. No values.</summary>
    public const string AccountReleased = "account-released";

    /// <summary>Somebody tried too many passwords, and did not get in. No values.</summary>
    public const string TooManyAttempts = "too-many-attempts";
}
