using Identity.Domain.Support.Verification;

namespace Identity.Domain.Support.Actions;

/// <summary>What staff can do with an account. No agent sets or sees a password, a code or a passkey.</summary>
public enum SupportAction
{
    /// <summary>Sends the owner how to sign in.</summary>
    SendHelp,

    /// <summary>Ends every session and forgets every trusted device.</summary>
    SignOut,

    /// <summary>Holds the account.</summary>
    Freeze,

    /// <summary>Lets its owner sign in again.</summary>
    Unfreeze,

    /// <summary>Takes an authenticator app away that is lost.</summary>
    RemoveApp,

    /// <summary>Takes a passkey away that is lost. The last way in stays.</summary>
    RemovePasskey,

    /// <summary>Opens a way back into the account. The citizen then shows something of their own, and waits once more.</summary>
    StartRecovery,

    /// <summary>Holds the account of somebody who has died.</summary>
    Deceased,
}

/// <summary>What is asked before an action is done.</summary>
public static class ActionRules
{
    /// <summary>Whether it could take an account over, or shut its owner out for good: two people, and a time to stop it.</summary>
    public static bool NeedsSecond(SupportAction action) => action is SupportAction.Unfreeze or SupportAction.RemoveApp or SupportAction.RemovePasskey
        or SupportAction.StartRecovery or SupportAction.Deceased;

    /// <summary>
    /// Whether a caller who has passed this much may have it. The dead do not call; and whoever has nothing left to be checked by
    /// comes in to be seen, and gets no more than the way back, which asks for something of their own.
    /// </summary>
    public static bool IsMet(SupportAction action, CallerPlan? plan) => action switch
    {
        SupportAction.StartRecovery => plan is { Checks.Count: 0 } or { IsMet: true },
        _ => !NeedsSecond(action) || action is SupportAction.Deceased || plan is { IsMet: true },
    };
}

/// <summary>What became of an action.</summary>
public abstract record ActOutcome
{
    private ActOutcome() { }

    /// <summary>It is done.</summary>
    public sealed record Done : ActOutcome;

    /// <summary>A colleague was drawn, who has to agree.</summary>
    public sealed record Drawn(string Sign) : ActOutcome;

    /// <summary>There is nothing to do: it is so already, or is asked for already.</summary>
    public sealed record Nothing : ActOutcome;

    /// <summary>The caller has not shown that the account is theirs.</summary>
    public sealed record CallerUnknown : ActOutcome;

    /// <summary>No colleague who could agree is on line.</summary>
    public sealed record NobodyOnLine : ActOutcome;

    /// <summary>The look is over, or the passkey was used too long ago.</summary>
    public sealed record Over : ActOutcome;
}
