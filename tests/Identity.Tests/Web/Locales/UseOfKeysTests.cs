using System.Text.RegularExpressions;
using Identity.Domain.Accounts;
using Identity.Domain.Credentials.Passkeys;

namespace Identity.Tests.Web.Locales;

/// <summary>Every key that the source names exists, and every key that exists is named.</summary>
public sealed partial class UseOfKeysTests
{
    private static readonly string Source = string.Join('\n', Repository.Files("src/Identity.Web", "*.cshtml")
        .Concat(Repository.Files("src/Identity.Web", "*.cs"))
        .SelectMany(File.ReadLines)
        .Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal)));

    [Fact]
    public void Every_key_that_is_used_exists() =>
        Assert.Empty(Lookup().Matches(Source).Select(match => match.Groups["key"].Value).Except(Words.Catalogue.Keys));

    [Fact]
    public void Every_key_is_used() =>
        Assert.Empty(Words.Catalogue.Keys.Except(Literal().Matches(Source).Select(match => match.Groups["key"].Value)).Except(OfMessages));

    [Fact]
    public void Every_message_has_its_words() =>
        Assert.Empty(OfMessages.Except(Words.Catalogue.Keys));

    /// <summary>Domain names a message by its template; the words stand under two keys made of it.</summary>
    private static IEnumerable<string> OfMessages => typeof(AccountMessages).GetFields().Concat(typeof(PasskeyMessages).GetFields())
        .SelectMany(template => new[] { $"messages.{template.GetRawConstantValue()}.subject", $"messages.{template.GetRawConstantValue()}.body" });

    [GeneratedRegex("""(?:\b[Tt](?:ext)?\[|ErrorMessage = )"(?<key>[^"]+)"(?=[\],)])""")]
    private static partial Regex Lookup();

    [GeneratedRegex("\"(?<key>[a-z][A-Za-z]*(?:\\.[A-Za-z]+)+)\"")]
    private static partial Regex Literal();
}
