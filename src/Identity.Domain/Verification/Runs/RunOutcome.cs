namespace Identity.Domain.Verification.Runs;

/// <summary>What became of a wish to prove who one is.</summary>
public abstract record RunOutcome
{
    private RunOutcome() { }

    /// <summary>It went on: the run says to what.</summary>
    public sealed record Went(VerificationRun Run) : RunOutcome;

    /// <summary>The answer does not fit what was asked.</summary>
    /// <param name="Run">The same step.</param>
    /// <param name="Problems">By the name of the field, or empty for what was uploaded.</param>
    public sealed record Invalid(VerificationRun Run, IReadOnlyDictionary<string, AnswerProblem> Problems) : RunOutcome;

    /// <summary>The step was answered before, here or elsewhere.</summary>
    /// <param name="Run">Where it is now.</param>
    public sealed record AlreadyAnswered(VerificationRun Run) : RunOutcome;

    /// <summary>The verifier failed. The same step can be tried again, or another way.</summary>
    public sealed record Failed(VerificationRun Run) : RunOutcome;

    /// <summary>This way is not open, to anybody.</summary>
    /// <param name="RetryAt">When it may be again; null when nobody knows.</param>
    public sealed record NotOffered(DateTimeOffset? RetryAt) : RunOutcome;

    /// <summary>Begun too often today: again from this time on.</summary>
    public sealed record TooMany(DateTimeOffset RetryAt) : RunOutcome;

    /// <summary>There is none, or it is somebody else's, or its time is over.</summary>
    public sealed record NotFound : RunOutcome;
}

/// <summary>What is wrong with an answer, before a verifier sees it.</summary>
public enum AnswerProblem
{
    /// <summary>Nothing was given.</summary>
    Empty,

    /// <summary>It has too many characters.</summary>
    TooLong,

    /// <summary>It is no date.</summary>
    NotADate,

    /// <summary>It is none of the choices.</summary>
    NotAChoice,

    /// <summary>There are too many files.</summary>
    TooMany,

    /// <summary>A file is too large.</summary>
    TooLarge,

    /// <summary>A file is of another kind than was asked for.</summary>
    WrongKind,
}
