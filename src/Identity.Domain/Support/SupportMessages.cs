namespace Identity.Domain.Support;

/// <summary>Names of the messages of this room; the locales hold their words.</summary>
public static class SupportMessages
{
    /// <summary>The code that shows that a caller reads this address. Value: <c>code</c>.</summary>
    public const string CallerCode = "support-caller-code";

    /// <summary>How to sign in, and what to do without a way. No values.</summary>
    public const string Help = "support-help";

    /// <summary>Somebody was signed out everywhere at their own request. No values.</summary>
    public const string SignedOut = "support-signed-out";

    /// <summary>Two members of staff were asked for a change: when it will be made, and how to stop it. Values: <c>hours</c>, <c>link</c>.</summary>
    public const string ChangeAsked = "support-change-asked";

    /// <summary>It was made. No values.</summary>
    public const string ChangeMade = "support-change-made";

    /// <summary>It was stopped, and nothing was changed. No values.</summary>
    public const string ChangeStopped = "support-change-stopped";

    /// <summary>They were asked to correct a detail: when, and how to stop it. Values: <c>hours</c>, <c>link</c>.</summary>
    public const string CorrectionAsked = "support-correction-asked";

    /// <summary>The name is another. No values.</summary>
    public const string NameChanged = "support-name-changed";

    /// <summary>The date of birth is another. No values.</summary>
    public const string BirthDateChanged = "support-birth-date-changed";

    /// <summary>Nobody can sign in until a time. Value: <c>when</c>, in Unix milliseconds.</summary>
    public const string Paused = "support-paused";

    /// <summary>They were asked to close the account: how to stop it. Values: <c>days</c>, <c>link</c>.</summary>
    public const string CloseAsked = "support-close-asked";

    /// <summary>Two agreed, nobody can sign in, and it is closed at a time. Value: <c>when</c>, in Unix milliseconds.</summary>
    public const string Closing = "support-closing";

    /// <summary>It is closed. No values.</summary>
    public const string Closed = "support-closed";

    /// <summary>They were asked to clear what was found against a proof: when, and how to stop it. Values: <c>hours</c>, <c>link</c>.</summary>
    public const string ClearingAsked = "support-clearing-asked";

    /// <summary>What was found against a proof holds it back no more. No values.</summary>
    public const string FindingCleared = "support-finding-cleared";

    /// <summary>A person looks at a proof again. Values: <c>case</c>, and <c>when</c> they answer, in Unix milliseconds.</summary>
    public const string Appealed = "support-appealed";

    /// <summary>They have, and the citizen can go on. No values.</summary>
    public const string AppealSolved = "support-appeal-solved";

    /// <summary>They have, and it stays as it is. No values.</summary>
    public const string AppealKept = "support-appeal-kept";

    /// <summary>Somebody showed a document at a desk, so that support may help them. No values.</summary>
    public const string VisitConfirmed = "support-visit-confirmed";

    /// <summary>To supervisors: a caller may have been forced. Value: <c>agent</c>.</summary>
    public const string Alarm = "support-alarm";

    /// <summary>To supervisors: somebody broke the glass. Value: <c>agent</c>.</summary>
    public const string GlassBroken = "support-glass-broken";

    /// <summary>To the citizen: their account was opened in an emergency. Value: <c>agent</c>.</summary>
    public const string GlassLooked = "support-glass-looked";

    /// <summary>To supervisors: a colleague found a look not in order. Value: <c>agent</c>.</summary>
    public const string LookNotInOrder = "support-look-not-in-order";

    /// <summary>To supervisors: somebody's looks of a day are unusual. Value: <c>agent</c>.</summary>
    public const string LooksUnusual = "support-looks-unusual";
}
