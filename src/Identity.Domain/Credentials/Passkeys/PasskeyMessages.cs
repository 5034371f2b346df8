namespace Identity.Domain.Credentials.Passkeys;

/// <summary>Names of the messages of this room; the locales hold their words.</summary>
public static class PasskeyMessages
{
    /// <summary>A passkey was added: what to do when that was not its owner. No values.</summary>
    public const string Added = "passkey-added";

    /// <summary>A passkey was removed. No values.</summary>
    public const string Removed = "passkey-removed";

    /// <summary>A passkey was given another name. No values.</summary>
    public const string Renamed = "passkey-renamed";

    /// <summary>The maker of a passkey reported a fault, and it signs in no more. No values.</summary>
    public const string Suspended = "passkey-suspended";

    /// <summary>A passkey was refused because it may have been copied. No values.</summary>
    public const string CounterFell = "passkey-counter-fell";
}
