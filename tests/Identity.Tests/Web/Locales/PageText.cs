using System.Text.RegularExpressions;

namespace Identity.Tests.Web.Locales;

/// <summary>What is left of a page when its code and its tags are taken away.</summary>
internal static partial class PageText
{
    /// <summary>Words that stand in the page itself, or in an attribute that is read aloud.</summary>
    public static IEnumerable<string> Literals(string cshtml)
    {
        foreach (var code in new[] { Comments(), Blocks(), Directives(), Expressions() })
            cshtml = code.Replace(cshtml, "");
        return Words().Matches(Tags().Replace(cshtml, " ")).Concat(Spoken().Matches(cshtml)).Select(match => match.Value);
    }

    [GeneratedRegex(@"@\*.*?\*@|<!DOCTYPE html>", RegexOptions.Singleline)]
    private static partial Regex Comments();

    [GeneratedRegex(@"^@\{.*?^\}", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Blocks();

    // Within a switch code stands at the start of a line without a sign of its own.
    [GeneratedRegex(@"^\s*@(page|model|using|inject|addTagHelper|foreach|for|if|switch)\b.*$|^\s*else( if .*)?$|^(case .*:|default:|break;|var .*;|if \(.*\)|foreach \(.*\))$", RegexOptions.Multiline)]
    private static partial Regex Directives();

    // A name, then any of .name, [...] and (...), each balanced; or (...) alone.
    [GeneratedRegex(@"@(?:[A-Za-z_]\w*(?:\.\w+|\[(?>[^\[\]]|(?<o>\[)|(?<-o>\]))*\]|\((?>[^()]|(?<p>\()|(?<-p>\)))*\))*|\((?>[^()]|(?<q>\()|(?<-q>\)))*\))")]
    private static partial Regex Expressions();

    // A tag, the quoted values of its attributes with whatever they hold.
    [GeneratedRegex("<(?:[^<>\"]|\"[^\"]*\"(?:[^\"<>=]+\"[^\"]*\")*)*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\p{L}{2,}")]
    private static partial Regex Words();

    [GeneratedRegex("\\b(?:alt|title|placeholder|aria-label)=\"\\p{L}[^\"]*\"")]
    private static partial Regex Spoken();
}
