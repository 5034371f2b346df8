namespace Identity.Domain.Credentials;

/// <summary>What <see cref="PasswordPolicy"/> says of a password that a citizen would like to have.</summary>
public abstract record PasswordVerdict
{
    private PasswordVerdict() { }

    /// <summary>It may be used.</summary>
    public sealed record Accepted : PasswordVerdict;

    /// <summary>Nothing was typed.</summary>
    public sealed record Empty : PasswordVerdict;

    /// <summary>It has fewer characters than this.</summary>
    public sealed record TooShort(int Minimum) : PasswordVerdict;

    /// <summary>It has more characters than this.</summary>
    public sealed record TooLong(int Maximum) : PasswordVerdict;

    /// <summary>It has control characters or is no text at all, as a broken paste gives.</summary>
    public sealed record Unreadable : PasswordVerdict;

    /// <summary>It is common, or made of what anybody would try first.</summary>
    public sealed record EasyToGuess : PasswordVerdict;
}
