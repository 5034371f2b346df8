namespace Identity.Domain.Support.Lookup;

/// <summary>What an account is looked for by. Each finds one account or none, and no part of it will do.</summary>
public enum LookBy
{
    /// <summary>The reference on a page that the citizen saw.</summary>
    Reference,

    /// <summary>The whole e-mail address.</summary>
    Email,

    /// <summary>The whole telephone number.</summary>
    Phone,

    /// <summary>The words and digits somebody signs in with who has no e-mail address.</summary>
    SignInId,

    /// <summary>The reference of an open case.</summary>
    Case,
}

/// <summary>Why somebody of staff looks; the citizen is told.</summary>
public enum LookReason
{
    /// <summary>The citizen is on the telephone or at the desk.</summary>
    Caller,

    /// <summary>The citizen wrote.</summary>
    Letter,

    /// <summary>Somebody lost their way in, and a case is open.</summary>
    Recovery,

    /// <summary>Something unusual may be going on in the account.</summary>
    Safety,

    /// <summary>A complaint, or a question of data protection.</summary>
    Complaint,

    /// <summary>Somebody works on a case of theirs.</summary>
    Case,
}

/// <summary>Somebody of staff asks for an account.</summary>
/// <param name="By">What they have of it.</param>
/// <param name="Text">That, whole.</param>
/// <param name="Reason">Why, as the citizen is told.</param>
/// <param name="Words">Why, in their own words, for whoever reviews it.</param>
public sealed record LookRequest(LookBy By, string Text, LookReason Reason, string Words)
{
    /// <summary>The shortest account of a reason.</summary>
    public const int FewestWords = 10;

    /// <summary>The longest.</summary>
    public const int MostWords = 300;
}

/// <summary>What became of a look.</summary>
public abstract record LookOutcome
{
    private LookOutcome() { }

    /// <summary>It opens the account for a while, to whoever looked.</summary>
    public sealed record Opened(Guid Look) : LookOutcome;

    /// <summary>There is no such account, or more than one.</summary>
    public sealed record None : LookOutcome;

    /// <summary>It is their own: another has to.</summary>
    public sealed record OwnAccount : LookOutcome;

    /// <summary>It is one that only supervisors may open.</summary>
    public sealed record Flagged : LookOutcome;

    /// <summary>They have looked for as many as anybody may, until then.</summary>
    public sealed record TooMany(DateTimeOffset RetryAt) : LookOutcome;
}
