namespace Identity.Domain.BackChannelLogout;

/// <summary>What became of one request to a client's back-channel logout URI (OpenID Connect Back-Channel Logout §2.8).</summary>
public abstract record LogoutAnswer
{
    /// <summary>The longest <c>error</c> that is kept.</summary>
    public const int LongestError = 100;

    private LogoutAnswer()
    {
    }

    /// <summary>The client ended its sessions, or had none.</summary>
    public sealed record Took(int Status) : LogoutAnswer;

    /// <summary>The client will never take it.</summary>
    /// <param name="Status">The HTTP status.</param>
    /// <param name="Error">The client's <c>error</c>, at most <see cref="LongestError"/> characters; null where it gave none.</param>
    public sealed record Refused(int Status, string? Error) : LogoutAnswer;

    /// <summary>The client did not take it now.</summary>
    /// <param name="Status">The HTTP status; null where there was no answer.</param>
    /// <param name="Why">One word for it, at most <see cref="LongestError"/> characters.</param>
    public sealed record Failed(int? Status, string Why) : LogoutAnswer;
}

/// <summary>How a delivery ended.</summary>
public enum LogoutEnding
{
    /// <summary>The client answered that its sessions have ended.</summary>
    Told,

    /// <summary>The client answered that it will not.</summary>
    Refused,

    /// <summary>The client did not take it for as long as it was tried.</summary>
    GivenUp,
}
