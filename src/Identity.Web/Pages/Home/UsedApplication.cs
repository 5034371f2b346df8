using Identity.Web.Locales;

namespace Identity.Web.Pages.Home;

/// <summary>An application the person has shared something with.</summary>
/// <param name="Start">Where they begin to be signed in there (OpenID Connect Core §4); null where that is the application's own page.</param>
internal sealed record UsedApplication(string ClientId, string Name, DateTimeOffset LastUsed, IReadOnlyList<Message> Shared, string? Start)
{
    public Message Facts(Text text) => Shared.Count == 0
        ? text["home.apps.nothing", ("when", text.Moment(LastUsed))]
        : text["home.apps.shared", ("when", text.Moment(LastUsed)), ("facts", string.Join(", ", Shared))];
}
