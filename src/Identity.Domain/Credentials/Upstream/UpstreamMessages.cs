namespace Identity.Domain.Credentials.Upstream;

/// <summary>Names of the messages of this room; the locales hold their words.</summary>
public static class UpstreamMessages
{
    /// <summary>A way in by another provider was added: what to do when that was not its owner. The value is <c>provider</c>.</summary>
    public const string Added = "upstream-added";

    /// <summary>It was removed. The value is <c>provider</c>.</summary>
    public const string Removed = "upstream-removed";
}
