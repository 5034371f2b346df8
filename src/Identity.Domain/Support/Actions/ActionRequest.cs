namespace Identity.Domain.Support.Actions;

/// <summary>What somebody of staff asks to be done.</summary>
/// <param name="Action">What.</param>
/// <param name="Target">Which passkey, where there are several.</param>
/// <param name="Words">Why, in their own words.</param>
public sealed record ActionRequest(SupportAction Action, Guid? Target, string Words)
{
    /// <summary>Whether the caller said that they cannot sign in, so that signing in proves nothing of them.</summary>
    public bool CannotSignIn { get; init; }
}

/// <summary>Something that waits for whoever was drawn.</summary>
public sealed record DrawnRequest(Guid Id, SupportAction Action, string RequestedBy, DateTimeOffset ExpiresAt);
