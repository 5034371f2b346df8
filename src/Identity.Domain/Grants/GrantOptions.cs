namespace Identity.Domain.Grants;

/// <summary>How long authorizations last. Section <c>Grants</c>.</summary>
public sealed class GrantOptions
{
    /// <summary>Time a code may wait for its exchange (RFC 6749 §4.1.2 recommends ten minutes at most).</summary>
    public TimeSpan Code { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>A grant with <c>offline_access</c> ends this long after it was given.</summary>
    public TimeSpan Offline { get; set; } = TimeSpan.FromDays(30);

    /// <summary>
    /// A client whose answer was lost may send the same refresh token again within this time and gets the same generation;
    /// after it the old token is taken for stolen.
    /// </summary>
    public TimeSpan RotationGrace { get; set; } = TimeSpan.FromSeconds(10);
}
