using Identity.Domain.Support.Verification;

namespace Identity.Domain.Support.Actions;

/// <summary>What staff can do with an account. No agent sets or sees a password, a code or a passkey.</summary>
public enum SupportAction
{
    /// <summary>Sends the owner how to sign in.</summary>
    SendHelp,

    /// <summary>Sends a message once more that did not reach the owner.</summary>
    Resend,

    /// <summary>Ends every session and forgets every trusted device.</summary>
    SignOut,

    /// <summary>Holds the account, until a time.</summary>
    Freeze,

    /// <summary>Holds it for longer.</summary>
    RenewPause,

    /// <summary>Lets its owner sign in again.</summary>
    Unfreeze,

    /// <summary>Takes an authenticator app away that is lost.</summary>
    RemoveApp,

    /// <summary>Takes a passkey away that is lost. The last way in stays.</summary>
    RemovePasskey,

    /// <summary>Takes a telephone away that is lost.</summary>
    RemovePhone,

    /// <summary>Opens a way back into the account. The citizen then shows something of their own, and waits once more.</summary>
    StartRecovery,

    /// <summary>Corrects the name, by evidence.</summary>
    CorrectName,

    /// <summary>Corrects the date of birth, by evidence.</summary>
    CorrectBirthDate,

    /// <summary>Gives the account another e-mail address, whose reader has shown to read it.</summary>
    CorrectEmail,

    /// <summary>Says that something which was found against a proof speaks against it no more.</summary>
    ClearFinding,

    /// <summary>Holds the account of somebody who has died.</summary>
    Deceased,

    /// <summary>Holds the account, and closes it for good after a time in which its owner can come back.</summary>
    Close,
}

/// <summary>What is asked before an action is done.</summary>
public static class ActionRules
{
    /// <summary>Whether it could take an account over, or shut its owner out for good: two people, and a time to stop it.</summary>
    public static bool NeedsSecond(SupportAction action) =>
        action is not (SupportAction.SendHelp or SupportAction.Resend or SupportAction.SignOut or SupportAction.Freeze or SupportAction.RenewPause);

    /// <summary>Whether somebody of staff says what was seen for it, and of some what it shall be.</summary>
    public static bool NeedsEvidence(SupportAction action) =>
        action is SupportAction.CorrectName or SupportAction.CorrectBirthDate or SupportAction.CorrectEmail or SupportAction.RemovePhone;

    /// <summary>
    /// Whether a caller who has passed this much may have it. The dead do not call; whoever asked to be looked at again wrote, and
    /// nobody comes into an account by it; and whoever has nothing left to be checked by
    /// comes in to be seen, and gets no more than the way back, which asks for something of their own.
    /// </summary>
    public static bool IsMet(SupportAction action, CallerPlan? plan) => action switch
    {
        SupportAction.StartRecovery => plan is { IsFromAfar: false } or { IsMet: true },
        _ => !NeedsSecond(action) || action is SupportAction.Deceased or SupportAction.ClearFinding || plan is { IsMet: true },
    };
}
