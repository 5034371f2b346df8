using System.Globalization;
using Identity.Sdk;
using Identity.Web.Components;

namespace Identity.Web.Pages.Prove;

/// <summary>What was typed for one field of a verifier's question.</summary>
public sealed class AnswerBox
{
    /// <summary>A line, a choice, several lines, or <c>true</c>.</summary>
    public string? Value { get; set; }

    /// <summary>A code, or what must not be shown again. It is never filled in.</summary>
    public string? Code { get; set; }

    /// <summary>A date.</summary>
    public DateParts Date { get; set; } = new();

    /// <summary>The property of this box that a field is typed into.</summary>
    internal static string Part(AskField field) => field switch
    {
        { Kind: FieldKind.Date } => nameof(Date),
        { Kind: FieldKind.Code } or { Sensitive: true } => nameof(Code),
        _ => nameof(Value),
    };

    /// <summary>The answer as a verifier is told it. What is no date stays as it was typed, and is refused as none.</summary>
    internal string Of(AskField field) => Part(field) switch
    {
        nameof(Date) => Iso(),
        nameof(Code) => Code ?? "",
        _ => Value ?? "",
    };

    private string Iso()
    {
        var (day, month, year) = (Date.Day?.Trim() ?? "", Date.Month?.Trim() ?? "", Date.Year?.Trim() ?? "");
        if (day.Length + month.Length + year.Length == 0)
            return "";
        return DateOnly.TryParseExact($"{year}-{month.PadLeft(2, '0')}-{day.PadLeft(2, '0')}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : "?";
    }
}
