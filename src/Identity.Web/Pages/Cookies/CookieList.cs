using Identity.Domain.Credentials.Upstream;
using Identity.Protocol;
using Identity.Protocol.Interaction;
using Identity.Web.Locales;
using Identity.Web.Pages.SignIn;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using SessionOptions = Identity.Domain.Sessions.SessionOptions;

namespace Identity.Web.Pages.Cookies;

/// <summary>Every cookie there is, by the names that a browser shows, what it is for and how long it stays.</summary>
internal sealed class CookieList(
    IOptions<AntiforgeryOptions> forms, IOptions<CookieTempDataProviderOptions> problems, IOptions<SessionOptions> sessions,
    IOptions<ProtocolOptions> protocol, UpstreamProviders upstream, Text text)
{
    internal sealed record Entry(string Name, Message Title, Message Why, Message Life);

    public IReadOnlyList<Entry> For(HttpRequest request) =>
    [
        new(BrowserCookies.Name(request, BrowserCookies.Session), text["cookies.signedIn"], text["cookies.signedInWhy"],
            text["cookies.lifeSession", ("hours", (int)sessions.Value.Absolute.TotalHours)]),
        new(BrowserCookies.Name(request, BrowserCookies.Browser), text["cookies.browser"], text["cookies.browserWhy"], text["cookies.lifeBrowser"]),
        new(forms.Value.Cookie.Name ?? "", text["cookies.form"], text["cookies.formWhy"], text["cookies.lifeBrowser"]),
        new(problems.Value.Cookie.Name ?? "", text["cookies.problems"], text["cookies.problemsWhy"], text["cookies.lifeBrowser"]),
        new(BrowserCookies.Name(request, KnownDevice.Cookie), text["cookies.device"], text["cookies.deviceWhy"], text["cookies.lifeYear"]),
        new(BrowserCookies.Name(request, BrowserCookies.Trusted), text["cookies.trusted"], text["cookies.trustedWhy"],
            text["cookies.lifeTrusted", ("days", (int)sessions.Value.TrustedDevice.TotalDays)]),
        new(BrowserCookies.Name(request, RequestLocale.Cookie), text["cookies.locale"], text["cookies.localeWhy"], text["cookies.lifeLocale"]),
        .. upstream.All.Count > 0
            ? [new Entry(BrowserCookies.Name(request, UpstreamTrip.Cookie), text["cookies.elsewhere"], text["cookies.elsewhereWhy"], text["cookies.lifeBrowser"])]
            : Array.Empty<Entry>(),
        .. protocol.Value.SessionManagement
            ? [new Entry(BrowserCookies.Name(request, BrowserCookies.State), text["cookies.state"], text["cookies.stateWhy"], text["cookies.lifeBrowser"])]
            : Array.Empty<Entry>(),
    ];
}
