namespace Identity.Domain.Verification.Record;

/// <summary>Names of the messages of this room; the locales hold their words.</summary>
public static class RecordMessages
{
    /// <summary>Proof of who they are came to the account. With a link.</summary>
    public const string Proved = "identity-proved";

    /// <summary>What came was of somebody else, and was not kept. With a link.</summary>
    public const string OtherPerson = "identity-other-person";

    /// <summary>Their proof runs out soon: how to renew it. Value: <c>when</c>, in Unix milliseconds.</summary>
    public const string Expiring = "identity-expiring";

    /// <summary>Proof was taken back. No values.</summary>
    public const string Revoked = "identity-revoked";

    /// <summary>Somebody proved at another account that they are this person. With a link.</summary>
    public const string Elsewhere = "identity-elsewhere";
}
