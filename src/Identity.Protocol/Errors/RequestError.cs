namespace Identity.Protocol.Errors;

/// <summary>A request that could not be answered to its client, for the page that tells the person instead.</summary>
/// <param name="Code">The protocol's error code, for the developer.</param>
/// <param name="Description">What is wrong, for the developer.</param>
/// <param name="Cause">What the page says.</param>
public sealed record RequestError(string Code, string Description, RequestErrorCause Cause)
{
    /// <summary>The application's name, where the page names it.</summary>
    public string? Application { get; init; }
}

/// <summary>The pages there are for it.</summary>
public enum RequestErrorCause
{
    /// <summary>The application sent something that cannot be answered (E3).</summary>
    BadRequest,

    /// <summary>The journey is over, or was begun elsewhere (E1).</summary>
    JourneyOver,

    /// <summary>The application is paused (E7).</summary>
    ApplicationPaused,

    /// <summary>The application is open to some people alone.</summary>
    ApplicationNotOpenYet,
}
