namespace Identity.Domain.Credentials;

/// <summary>What a citizen typed where a code was asked for.</summary>
public abstract record CodeReading
{
    private CodeReading() { }

    /// <summary>Six digits: whether they are the right ones is not known yet.</summary>
    public sealed record Read(OneTimeCode Code) : CodeReading;

    /// <summary>Nothing was typed.</summary>
    public sealed record Empty : CodeReading;

    /// <summary>Fewer than six digits.</summary>
    public sealed record TooShort : CodeReading;

    /// <summary>More than six digits.</summary>
    public sealed record TooLong : CodeReading;

    /// <summary>Something other than digits, spaces and hyphens.</summary>
    public sealed record NotDigits : CodeReading;
}
