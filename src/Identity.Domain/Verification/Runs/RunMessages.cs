namespace Identity.Domain.Verification.Runs;

/// <summary>Names of the messages of this room; the locales hold their words.</summary>
public static class RunMessages
{
    /// <summary>They did their part, and somebody else does theirs. With a link.</summary>
    public const string Waiting = "identity-waiting";

    /// <summary>It ended without proof. With a link.</summary>
    public const string NotProved = "identity-not-proved";
}
