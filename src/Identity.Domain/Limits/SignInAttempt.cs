namespace Identity.Domain.Limits;

/// <summary>Who tries to sign in as whom.</summary>
/// <param name="Identifier">The account as it was named, made comparable; whether there is one does not matter.</param>
/// <param name="Network">Where the request came from.</param>
/// <param name="KnownDevice">Key of a device this account has signed in on before; it has a count of its own.</param>
public sealed record SignInAttempt(string Identifier, Network Network, string? KnownDevice = null)
{
    /// <summary>What is tried, when it is not the password: each has counts of its own.</summary>
    public string? Method { get; init; }

    /// <summary>Never the identifier: this text may find its way into a log.</summary>
    public override string ToString() => nameof(SignInAttempt);
}
