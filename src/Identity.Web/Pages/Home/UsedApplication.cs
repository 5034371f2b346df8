using Identity.Web.Locales;

namespace Identity.Web.Pages.Home;

/// <summary>An application the person has shared something with.</summary>
internal sealed record UsedApplication(string ClientId, string Name, DateTimeOffset LastUsed, IReadOnlyList<Message> Shared)
{
    public Message Facts(Text text) => Shared.Count == 0
        ? text["home.apps.nothing", ("when", text.Moment(LastUsed))]
        : text["home.apps.shared", ("when", text.Moment(LastUsed)), ("facts", string.Join(", ", Shared))];
}
