namespace Identity.Domain.Verification.Runs;

/// <summary>Names of the messages of this room; the locales hold their words.</summary>
public static class RunMessages
{
    /// <summary>They did their part, and somebody else does theirs. With a link.</summary>
    public const string Waiting = "identity-waiting";

    /// <summary>The code that they were given ends soon. Value: <c>when</c>, in Unix milliseconds.</summary>
    public const string Ending = "identity-ending";

    /// <summary>It ended without proof. With a link.</summary>
    public const string NotProved = "identity-not-proved";
}
