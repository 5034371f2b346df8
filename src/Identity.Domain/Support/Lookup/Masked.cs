using System.Globalization;
using Identity.Domain.Accounts;

namespace Identity.Domain.Support.Lookup;

/// <summary>Enough of a value to tell one account from another, and not enough to tell whose it is. Its length shows nothing.</summary>
public static class Masked
{
    private const string Hidden = "••";

    /// <summary>Such as <c>j••@e••.org</c>.</summary>
    public static string? Email(string? email)
    {
        if (email?.LastIndexOf('@') is not (> 0 and var at))
            return null;
        var host = email[(at + 1)..];
        var end = host.LastIndexOf('.');
        return $"{First(email)}{Hidden}@{First(host)}{Hidden}{(end > 0 ? host[end..] : "")}";
    }

    /// <summary>Such as <c>A. A.</c>.</summary>
    public static string? Name(string? name) => name is null
        ? null
        : string.Join(' ', name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(part => $"{First(part)}."));

    /// <summary>The last three digits.</summary>
    public static string? Phone(string? phone) => phone is { Length: > 3 } ? $"{Hidden} {phone[^3..]}" : null;

    /// <summary>The year.</summary>
    public static string? Born(BirthDate? date) => date is null ? null : date.Iso[..4];

    private static string First(string text) => StringInfo.GetNextTextElement(text);
}
