using Identity.Domain.Support.Corrections;

namespace Identity.Domain.Support.Actions;

/// <summary>What somebody of staff asks to be done.</summary>
/// <param name="Action">What.</param>
/// <param name="Target">Which passkey, telephone or message, where there are several.</param>
/// <param name="Words">Why, in their own words.</param>
public sealed record ActionRequest(SupportAction Action, Guid? Target, string Words)
{
    /// <summary>Whether the caller said that they cannot sign in, so that signing in proves nothing of them.</summary>
    public bool CannotSignIn { get; init; }

    /// <summary>What a detail is corrected to, and by what evidence; null where none is.</summary>
    public Correction? Correction { get; init; }
}

/// <summary>Something that waits for whoever was drawn.</summary>
public sealed record DrawnRequest(Guid Id, SupportAction Action, string RequestedBy, DateTimeOffset ExpiresAt)
{
    /// <summary>The correction, masked: what is before, what would be after, and what was seen for it; null where none is asked for.</summary>
    public DrawnCorrection? Correction { get; init; }
}

/// <summary>A correction as whoever agrees sees it.</summary>
public sealed record DrawnCorrection(EvidenceKind Evidence, string? Before, string? After);
