namespace Identity.Domain.Credentials;

/// <summary>How soon somebody guessing would come to a password, by zxcvbn's dictionaries and patterns.</summary>
internal static class GuessEstimate
{
    // Its cost grows with the square of the length, so it sees both ends of a long password and never the whole.
    private const int LongestLook = 64;

    // 3 of 4: at least some 10^10 guesses; three common words reach it, two do not.
    private const int LeastScore = 3;

    private static readonly Lazy<Zxcvbn.Zxcvbn> Estimator = new(() => new(Zxcvbn.Translation.English));

    public static bool IsEasy(string password, IReadOnlyList<string> knownWords)
    {
        string[] words = [.. knownWords, .. CommonPasswords.All];
        return Looks(Repetition.Unit(password)).All(look => Score(look, words) < LeastScore);
    }

    private static IEnumerable<string> Looks(string password) => password.Length <= LongestLook
        ? [password]
        : [password[..LongestLook], password[^LongestLook..]];

    private static int Score(string look, string[] words) => Estimator.Value.EvaluatePassword(look, words).Score;
}
