using Identity.Sdk;

namespace Identity.Verifiers.Simulated;

/// <summary>
/// What the number of a document decides: the letters that it begins with. What follows makes it another document, as in
/// <c>HIGH 2</c>. <c>docs/verifiers.md</c> has the table.
/// </summary>
internal static class MagicNumbers
{
    /// <summary>Numbers that end without proof.</summary>
    public static readonly IReadOnlyDictionary<string, RefusalReason> Refusals = new Dictionary<string, RefusalReason>
    {
        ["CANCEL"] = RefusalReason.Cancelled,
        ["NOMATCH"] = RefusalReason.NotMatched,
        ["EXPIRED"] = RefusalReason.DocumentExpired,
        ["UNKNOWN"] = RefusalReason.DocumentNotAccepted,
        ["BLURRED"] = RefusalReason.PictureUnusable,
        ["FACE"] = RefusalReason.LikenessNotMatched,
        ["CODE"] = RefusalReason.CodeExpired,
        ["TRIES"] = RefusalReason.TooManyTries,
        ["CHILD"] = RefusalReason.NotEligible,
        ["RELATIVE"] = RefusalReason.VoucherNotAccepted,
        ["DECLINED"] = RefusalReason.Declined,
        ["SLOW"] = RefusalReason.TimedOut,
        ["DOWN"] = RefusalReason.Unavailable,
    };

    /// <summary>The letters that a number begins with.</summary>
    public static string Word(string number) => string.Concat(number.TakeWhile(char.IsAsciiLetterUpper));

    /// <summary>What evidence with such a number is worth. What is no word of the table is a good document, enough for a high level.</summary>
    public static EvidenceScores Scores(string word) => word switch
    {
        "LOW" => new(2, 2, 0, 1, 1),
        "MEDIUM" => new(4, 2, 0, 1, 2),
        "VERYHIGH" => new(4, 4, 0, 1, 4),
        "RECORD" => new(2, 2, 2, 2, 1),
        "ADDRESS" => new(2, 2, 0, 1, 0),
        "VOUCH" => new(2, 2, 2, 0, 2),
        "NOTHING" => new(1, 1),
        _ => new(4, 3, 0, 1, 3),
    };

    /// <summary>How evidence with such a number was checked.</summary>
    public static IReadOnlyList<string> Methods(string word) => word switch
    {
        "RECORD" or "ADDRESS" => [CheckMethods.Data],
        "VOUCH" => [CheckMethods.Knowledge],
        _ => [CheckMethods.InspectedRemotely, CheckMethods.LikenessRemotely],
    };
}
