namespace Identity.Domain.Grants;

/// <summary>What became of a refresh token that was presented.</summary>
public abstract record RotationOutcome
{
    private RotationOutcome()
    {
    }

    /// <summary>The grant, moved to the generation whose refresh token is to be given out.</summary>
    public sealed record Rotated(Grant Grant) : RotationOutcome;

    /// <summary>An older generation came back: the grant has been revoked.</summary>
    public sealed record Reused : RotationOutcome;

    /// <summary>The grant has ended, or never was this client's.</summary>
    public sealed record Ended : RotationOutcome;
}
