namespace Identity.Domain.Phones;

/// <summary>What a code is good for: a code for anything else is refused.</summary>
/// <param name="Purpose">What it confirms, such as <see cref="SignIn"/>.</param>
/// <param name="Journey">The key of the journey that asked for it, which opens in one browser only.</param>
public sealed record PhoneCodeUse(string Purpose, string Journey)
{
    /// <summary>A telephone is added to an account.</summary>
    public const string Add = "add-phone";

    /// <summary>The second step of signing in, or a confirmation within a session.</summary>
    public const string SignIn = "sign-in";

    /// <summary>A way back into an account.</summary>
    public const string Recovery = "recovery";
}
