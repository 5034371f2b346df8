using Identity.Sdk;

namespace Identity.Verifiers.Upstream;

/// <summary>
/// What another provider did that ends an exchange with it. It never leaves this room: the verifier makes a refusal of it, of
/// which the person reads the reason and the operator's log the cause.
/// </summary>
internal sealed class UpstreamFault : Exception
{
    private UpstreamFault(string cause, RefusalReason reason)
        : base(cause) => (Cause, Reason) = (cause, reason);

    /// <summary>A short code; nothing of the person.</summary>
    public string Cause { get; }

    /// <summary>What the person is told.</summary>
    public RefusalReason Reason { get; }

    /// <summary>It does not answer as OpenID Connect says, or not at all.</summary>
    public static UpstreamFault Broken(string cause) => new(cause, RefusalReason.Unavailable);

    /// <summary>It answers for less than was asked: a lower level, or without name and birth date.</summary>
    public static UpstreamFault TooLittle(string cause) => new(cause, RefusalReason.Declined);

    /// <summary>The person took too long.</summary>
    public static UpstreamFault Late() => new("late", RefusalReason.TimedOut);

    /// <summary>It said by an error why it signs nobody in.</summary>
    /// <param name="error">The value of <c>error</c>.</param>
    public static UpstreamFault Told(string error) => error switch
    {
        // RFC 6749 §4.1.2.1.
        "access_denied" => new("told-access-denied", RefusalReason.Cancelled),
        // OpenID Connect Core Error Code unmet_authentication_requirements 1.0.
        "unmet_authentication_requirements" => new("told-unmet-requirements", RefusalReason.Declined),
        "temporarily_unavailable" or "server_error" => new("told-unavailable", RefusalReason.Unavailable),
        // What it thinks of our request is for the operator to mend.
        _ => new("told-error", RefusalReason.Unavailable),
    };
}
