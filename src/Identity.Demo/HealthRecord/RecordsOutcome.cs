using Identity.Demo.RelyingParty;

namespace Identity.Demo.HealthRecord;

/// <summary>How asking for something of a citizen's record ended.</summary>
internal abstract record RecordsOutcome<T>
{
    public sealed record Found(T Answer) : RecordsOutcome<T>;

    /// <summary>There is no token that could be sent: the citizen has to sign in again.</summary>
    public sealed record SignInNeeded : RecordsOutcome<T>;

    /// <summary>The citizen is signed in, and the API wants to be surer of it.</summary>
    public sealed record StepUpNeeded(StepUp StepUp) : RecordsOutcome<T>;

    /// <summary>The API refused a token that had just been issued, or does not answer.</summary>
    public sealed record Unavailable : RecordsOutcome<T>;
}
