namespace Identity.Domain.Credentials.AuthenticatorApps;

/// <summary>Names of the messages of this room; the locales hold their words.</summary>
public static class AuthenticatorAppMessages
{
    /// <summary>An app was added: what to do when that was not its owner. No values.</summary>
    public const string Added = "authenticator-app-added";

    /// <summary>The app was removed: what to do when that was not its owner. No values.</summary>
    public const string Removed = "authenticator-app-removed";
}
