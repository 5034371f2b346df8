using Microsoft.Extensions.Options;

namespace Identity.Domain.Credentials;

/// <summary>
/// Says whether a password may be chosen (NIST SP 800-63B-4 §3.1.1.2): long enough, not common, not guessable. Nothing
/// is asked of its composition, and it never expires. Pure; safe for concurrent use.
/// </summary>
public sealed class PasswordPolicy(IOptions<CredentialOptions> options)
{
    /// <summary>Judges a password against the words that others know of this citizen, such as an e-mail address and names.</summary>
    public PasswordVerdict Judge(string? typed, PasswordUse use, IEnumerable<string?> knownWords) => PasswordText.Read(typed) switch
    {
        PasswordReading.Empty => new PasswordVerdict.Empty(),
        PasswordReading.TooLong => new PasswordVerdict.TooLong(PasswordText.MostCharacters),
        PasswordReading.Unreadable => new PasswordVerdict.Unreadable(),
        PasswordReading.Read read when read.Characters < Minimum(use) => new PasswordVerdict.TooShort(Minimum(use)),
        PasswordReading.Read read when IsEasyToGuess(read.Text, knownWords) => new PasswordVerdict.EasyToGuess(),
        _ => new PasswordVerdict.Accepted(),
    };

    private int Minimum(PasswordUse use) => use is PasswordUse.Alone
        ? options.Value.MinimumLengthAlone
        : options.Value.MinimumLengthBesideSecondFactor;

    private bool IsEasyToGuess(string password, IEnumerable<string?> knownWords) =>
        GuessEstimate.IsEasy(password, KnownWords.From([.. knownWords, .. options.Value.EffectiveServiceWords]));
}
