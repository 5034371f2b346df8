using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Identity.Web.Pages.Shared;

internal static class TypedAnswer
{
    // More would not fit into a cookie.
    public const int MostCharacters = 600;

    /// <returns>What was typed into a field, or the beginning of it, to fill it in again; null for a secret.</returns>
    public static string? Of(string field, ModelStateEntry? entry) => Of(field, entry?.AttemptedValue);

    /// <returns>The same, of a form that nobody has bound.</returns>
    public static string? Of(string field, string? typed) =>
        field.EndsWith("Password", StringComparison.Ordinal) || field.EndsWith("Code", StringComparison.Ordinal)
            ? null
            : typed is { Length: > MostCharacters } ? typed[..MostCharacters] : typed;
}
