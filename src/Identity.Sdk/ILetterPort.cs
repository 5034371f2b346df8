namespace Identity.Sdk;

/// <summary>Letters by post, laid ready to print by the server.</summary>
public interface ILetterPort
{
    /// <summary>Whether this server can send letters at all.</summary>
    bool Available { get; }

    /// <summary>Sends a letter to the address among the details of the session.</summary>
    /// <param name="session">Whose; it must have been handed <see cref="ClaimNames.Address"/>.</param>
    /// <param name="letter">What it says.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether it will go. Not when there is no address, or too many letters went there lately.</returns>
    Task<bool> SendAsync(VerificationSession session, VerifierLetter letter, CancellationToken cancellationToken);
}

/// <summary>What a letter says, in the language of the session; <see cref="VerifierManifest.Text"/> finds the words.</summary>
/// <param name="Subject">Its heading.</param>
/// <param name="Body">Its paragraphs, in order.</param>
/// <param name="Code">The code it carries, printed on a line of its own.</param>
public sealed record VerifierLetter(string Subject, IReadOnlyList<string> Body, string Code)
{
    /// <summary>Nothing of it: this text may find its way into a log, and the code must not.</summary>
    public override string ToString() => nameof(VerifierLetter);
}
