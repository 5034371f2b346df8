namespace Identity.Domain.Accounts;

/// <summary>What a citizen typed where their date of birth was asked for.</summary>
public abstract record BirthDateReading
{
    private BirthDateReading() { }

    /// <summary>A date somebody alive may be born on.</summary>
    public sealed record Read(BirthDate Date) : BirthDateReading;

    /// <summary>All three fields are empty.</summary>
    public sealed record Empty : BirthDateReading;

    /// <summary>Which of the fields are empty.</summary>
    public sealed record Missing(bool Day, bool Month, bool Year) : BirthDateReading;

    /// <summary>The year does not have four digits.</summary>
    public sealed record YearNotFull : BirthDateReading;

    /// <summary>There is no such day, or it is not written in digits.</summary>
    public sealed record NotADate : BirthDateReading;

    /// <summary>It is after today.</summary>
    public sealed record InTheFuture : BirthDateReading;

    /// <summary>It is before this day.</summary>
    public sealed record TooLongAgo(DateOnly Earliest) : BirthDateReading;
}
