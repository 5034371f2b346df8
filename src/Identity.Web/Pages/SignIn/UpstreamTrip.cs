using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Identity.Domain.Credentials.Upstream;
using Identity.Protocol;
using Identity.Protocol.Interaction;
using Identity.Sdk;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace Identity.Web.Pages.SignIn;

/// <summary>
/// A browser's way to another provider and back. What it left with stays in its own sealed cookie until it is back once
/// (RFC 9700 §4.7.1), so that nobody can bring an answer that they did not fetch, and no row is kept of who never comes back.
/// No page that is under way beside it, in another tab or by script, writes that cookie.
/// </summary>
internal sealed class UpstreamTrip(UpstreamVisits visits, IOptions<ProtocolOptions> protocol, IDataProtectionProvider protection)
{
    /// <summary>The cookie.</summary>
    public const string Cookie = "elsewhere";

    /// <summary>Where the page that a browser comes back to leaves what went wrong.</summary>
    public const string Trouble = "upstream-trouble";

    private const string StateParameter = "state";

    /// <summary>What a browser left for.</summary>
    /// <param name="Journey">The journey of whoever signs in; null for whoever adds a way in.</param>
    /// <param name="Account">Whose way in it is to be; null for whoever signs in.</param>
    internal sealed record Purpose(string? Journey, Guid? Account);

    private readonly IDataProtector _seal = protection.CreateProtector("Identity.UpstreamTrip");

    private sealed record Kept(string Provider, string CallbackState, string State, Purpose Purpose);

    /// <summary>What people call a provider.</summary>
    public static string NameOf(UpstreamProvider provider) => provider.Manifest.Text(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, TextKeys.Organisation);

    /// <returns>Where to send the browser; null when the provider does not answer.</returns>
    public async Task<Uri?> LeaveAsync(HttpContext browser, UpstreamProvider provider, Purpose purpose)
    {
        if (await visits.LeaveAsync(provider.Name, Callback(provider.Name), CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, browser.RequestAborted) is not UpstreamVisit.Away away)
            return null;
        BrowserCookies.Write(browser, Cookie, _seal.Protect(JsonSerializer.Serialize(new Kept(provider.Name, away.CallbackState, away.State, purpose))));
        return away.Address;
    }

    /// <returns>Null when this browser was not sent away with that state, or was back already.</returns>
    public async Task<(Purpose Purpose, UpstreamVisit Visit)?> ReturnAsync(HttpContext browser, string provider)
    {
        var query = browser.Request.Query;
        if (Open(browser) is not { } kept || kept.Provider != provider)
            return null;
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(kept.CallbackState), Encoding.UTF8.GetBytes(query[StateParameter].ToString())))
            return null;
        BrowserCookies.Delete(browser, Cookie);
        var parameters = query.Where(pair => pair.Key != StateParameter && pair.Value.Count == 1).ToDictionary(pair => pair.Key, pair => pair.Value.ToString());
        return (kept.Purpose, await visits.ReturnAsync(provider, Callback(provider), kept.State, parameters, browser.RequestAborted));
    }

    private Kept? Open(HttpContext browser)
    {
        try
        {
            return BrowserCookies.Read(browser, Cookie) is { } text ? JsonSerializer.Deserialize<Kept>(_seal.Unprotect(text)) : null;
        }
        catch (CryptographicException)
        {
            // Nobody here has sealed it.
            return null;
        }
    }

    private Uri Callback(string provider) => new(protocol.Value.Issuer!, $"sign-in/callback/{provider}"); // No host starts without an issuer.
}
