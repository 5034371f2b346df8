using System.Net;
using System.Text.RegularExpressions;

namespace Identity.Testing;

/// <summary>A page as a browser without script shows it: where it is, what it says, and the first form on it.</summary>
public sealed partial record Page(Uri Address, HttpStatusCode Status, string Html)
{
    public string Path => Address.AbsolutePath;

    public string Title => WebUtility.HtmlDecode(TitleElement().Match(Html).Groups[1].Value).Trim();

    /// <summary>The words of the page, without markup.</summary>
    public string Words => WebUtility.HtmlDecode(Space().Replace(Markup().Replace(Html, " "), " "));

    /// <summary>The value of a field, or null when there is no such field or it is empty.</summary>
    public string? Field(string name) =>
        Fields.FirstOrDefault(field => field.Name == name).Value is { Length: > 0 } value ? value : null;

    /// <summary>The hidden fields that a browser would send along.</summary>
    public IEnumerable<KeyValuePair<string, string>> Hidden =>
        Fields.Where(input => input.Type == "hidden").Select(input => KeyValuePair.Create(input.Name, input.Value));

    /// <summary>The form behind the button for a passkey, which only script can send.</summary>
    public (string Action, string Options, IReadOnlyList<KeyValuePair<string, string>> Hidden) PasskeyForm
    {
        get
        {
            var form = Form().Matches(Html).Select(match => match.Value).FirstOrDefault(form => form.Contains("data-passkey=", StringComparison.Ordinal))
                ?? throw new InvalidOperationException($"{Path} has no form for a passkey.");
            return (Attribute(form, "action"), Attribute(form, "data-options"),
                [.. FieldsOf(form).Where(input => input.Type == "hidden").Select(input => KeyValuePair.Create(input.Name, input.Value))]);
        }
    }

    private IEnumerable<(string Name, string Type, string Value)> Fields => FieldsOf(Form().Match(Html).Value);

    private static IEnumerable<(string Name, string Type, string Value)> FieldsOf(string form) =>
        Input().Matches(form).Select(input => (Attribute(input.Value, "name"), Attribute(input.Value, "type"), Attribute(input.Value, "value")));

    private static string Attribute(string element, string name) =>
        WebUtility.HtmlDecode(Regex.Match(element, $"\\s{name}=\"([^\"]*)\"").Groups[1].Value);

    [GeneratedRegex("<title>(.*?)</title>", RegexOptions.Singleline)]
    private static partial Regex TitleElement();

    [GeneratedRegex("<(script|style|head|svg)[^>]*>.*?</\\1>|<[^>]+>", RegexOptions.Singleline)]
    private static partial Regex Markup();

    [GeneratedRegex("\\s+")]
    private static partial Regex Space();

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("<input[^>]*>")]
    private static partial Regex Input();
}
