using Identity.Demo.RecordsApi;

namespace Identity.Demo.HealthRecord;

/// <summary>How asking for a citizen's record ended.</summary>
internal abstract record RecordsOutcome
{
    public sealed record Found(CareRecord Record) : RecordsOutcome;

    /// <summary>There is no token that could be sent: the citizen has to sign in again.</summary>
    public sealed record SignInNeeded : RecordsOutcome;

    /// <summary>The API refused a token that had just been issued, or does not answer.</summary>
    public sealed record Unavailable : RecordsOutcome;
}
