using Identity.Web.Locales;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Identity.Web.Pages.Home;

/// <summary>The account of the person who is signed in: who they are here, and who knows it.</summary>
internal sealed class IndexModel : PageModel
{
    public string Email { get; set; } = "";

    public string? Name { get; set; }

    public DateOnly? BirthDate { get; set; }

    public DateTimeOffset SignedInAt { get; set; }

    public IReadOnlyList<UsedApplication> Applications { get; set; } = [];

    /// <summary>Whether the account was made a moment ago.</summary>
    public bool JustCreated { get; set; }

    /// <summary>What we know, without what we do not.</summary>
    public IEnumerable<(Message Name, string Value)> Facts(Text text) => new (Message Name, string? Value)[]
    {
        (text["claims.name"], Name),
        (text["claims.birthDate"], BirthDate is { } date ? text.Date(date) : null),
        (text["claims.email"], Email),
    }.Where(fact => fact.Value is not null).Select(fact => (fact.Name, fact.Value ?? ""));
}
