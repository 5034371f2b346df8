using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Identity.Web.Pages;

internal static class TypedAnswer
{
    // What is longer was no answer, and would not fit into a cookie.
    private const int MostCharacters = 300;

    /// <returns>What was typed into a field, to fill it in again; null for a secret.</returns>
    public static string? Of(string field, ModelStateEntry? entry) =>
        field.EndsWith("Password", StringComparison.Ordinal) || field.EndsWith("Code", StringComparison.Ordinal) || entry?.AttemptedValue?.Length > MostCharacters
            ? null
            : entry?.AttemptedValue;
}
