namespace Identity.Domain.Recovery;

/// <summary>Names of the messages of this room; the locales hold their words. Those of what waits or happened carry a link that says it was not its owner.</summary>
public static class RecoveryMessages
{
    /// <summary>Somebody will be let in after a wait. No values.</summary>
    public const string Started = "recovery-started";

    /// <summary>Somebody got back in. No values.</summary>
    public const string Completed = "recovery-completed";

    /// <summary>What was begun was stopped. No values.</summary>
    public const string Cancelled = "recovery-cancelled";

    /// <summary>The code that shows its reader gets the account's mail. Value: <c>code</c>.</summary>
    public const string Code = "recovery-code";

    /// <summary>Somebody began to prove who they are, to get back into the account. No values.</summary>
    public const string Proving = "recovery-proving";

    /// <summary>Somebody tried to get back into an account that is not there. No values.</summary>
    public const string NoAccount = "recovery-no-account";

    /// <summary>To somebody chosen to vouch for the owner. Values: <c>name</c>, <c>code</c>.</summary>
    public const string ContactCode = "recovery-contact-code";

    /// <summary>To somebody who was just chosen. Value: <c>name</c>.</summary>
    public const string ContactChosen = "recovery-contact-chosen";

    /// <summary>To the owner: somebody can vouch for them from now on, or can no longer. No values.</summary>
    public const string ContactsChanged = "recovery-contacts-changed";
}
