namespace Identity.Domain.Support.Desk;

/// <summary>What a code at a desk is of.</summary>
public enum DeskSubject
{
    /// <summary>Somebody proves who they are.</summary>
    Proof,

    /// <summary>A caller shows that an account is theirs.</summary>
    Visit,
}

/// <summary>Why somebody may not confirm somebody else.</summary>
public enum DeskConflict
{
    /// <summary>It is their own account.</summary>
    Own,

    /// <summary>They are of one family, or live together.</summary>
    Relative,

    /// <summary>They have the account open, or asked for the visit.</summary>
    Involved,

    /// <summary>They confirmed the same person already, and another has to.</summary>
    Already,

    /// <summary>They vouched for as many as they may.</summary>
    TooMany,

    /// <summary>They have not known the person for two years.</summary>
    TooShort,

    /// <summary>For a visit a document is compared; nobody's word is enough.</summary>
    DocumentNeeded,
}

/// <summary>What became of work at a desk.</summary>
public abstract record DeskOutcome
{
    private DeskOutcome() { }

    /// <summary>It shows what somebody claims.</summary>
    public sealed record Opened(Guid Opening) : DeskOutcome;

    /// <summary>What was found is written, and whoever waits for it was told.</summary>
    public sealed record Done : DeskOutcome;

    /// <summary>It is, and a second person has to confirm it too.</summary>
    public sealed record SecondNeeded : DeskOutcome;

    /// <summary>The code is wrong, too old, or used; or what it opened is.</summary>
    public sealed record Unknown : DeskOutcome;

    /// <summary>This member of staff may not confirm this person.</summary>
    public sealed record Refused(DeskConflict Conflict) : DeskOutcome;

    /// <summary>Too many wrong codes: again from this time on.</summary>
    public sealed record TooMany(DateTimeOffset RetryAt) : DeskOutcome;

    /// <summary>It cannot be taken now. Nothing was decided.</summary>
    public sealed record Unavailable : DeskOutcome;
}

/// <summary>What a member of staff sees of somebody at their desk: what was claimed, and nothing else.</summary>
/// <param name="Subject">What the code is of.</param>
/// <param name="Name">Their whole name.</param>
/// <param name="BirthDate">Their date of birth, as <c>YYYY-MM-DD</c> or a part of it.</param>
/// <param name="Address">Its lines, for a proof alone; null without one.</param>
public sealed record DeskFile(DeskSubject Subject, string Name, string BirthDate, string? Address)
{
    /// <summary>Never the values: this text may find its way into a log.</summary>
    public override string ToString() => $"{nameof(DeskFile)} {Subject}";
}
