using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Identity.Web.Pages;

internal static class TypedAnswer
{
    // More would not fit into a cookie.
    private const int MostCharacters = 600;

    /// <returns>What was typed into a field, or the beginning of it, to fill it in again; null for a secret.</returns>
    public static string? Of(string field, ModelStateEntry? entry) =>
        field.EndsWith("Password", StringComparison.Ordinal) || field.EndsWith("Code", StringComparison.Ordinal)
            ? null
            : entry?.AttemptedValue is { Length: > MostCharacters } typed ? typed[..MostCharacters] : entry?.AttemptedValue;
}
