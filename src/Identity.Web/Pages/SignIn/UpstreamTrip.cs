using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Identity.Domain.Credentials.Upstream;
using Identity.Protocol;
using Identity.Sdk;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Options;

namespace Identity.Web.Pages.SignIn;

/// <summary>
/// A browser's way to another provider and back. What it left with stays in its own sealed cookie until it is back once
/// (RFC 9700 §4.7.1), so that nobody can bring an answer that they did not fetch, and no row is kept of who never comes back.
/// </summary>
internal sealed class UpstreamTrip(UpstreamVisits visits, IOptions<ProtocolOptions> protocol)
{
    /// <summary>Where the page that a browser comes back to leaves what went wrong.</summary>
    public const string Trouble = "upstream-trouble";

    private const string Key = "upstream";
    private const string StateParameter = "state";

    /// <summary>What a browser left for.</summary>
    /// <param name="Journey">The journey of whoever signs in; null for whoever adds a way in.</param>
    /// <param name="Account">Whose way in it is to be; null for whoever signs in.</param>
    internal sealed record Purpose(string? Journey, Guid? Account);

    private sealed record Kept(string Provider, string CallbackState, string State, Purpose Purpose);

    /// <summary>What people call a provider.</summary>
    public static string NameOf(UpstreamProvider provider) => provider.Manifest.Text(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, TextKeys.Organisation);

    /// <returns>Where to send the browser; null when the provider does not answer.</returns>
    public async Task<Uri?> LeaveAsync(ITempDataDictionary browser, UpstreamProvider provider, Purpose purpose, CancellationToken cancellationToken)
    {
        if (await visits.LeaveAsync(provider.Name, Callback(provider.Name), CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, cancellationToken) is not UpstreamVisit.Away away)
            return null;
        browser[Key] = JsonSerializer.Serialize(new Kept(provider.Name, away.CallbackState, away.State, purpose));
        return away.Address;
    }

    /// <returns>Null when this browser was not sent away with that state, or was back already.</returns>
    public async Task<(Purpose Purpose, UpstreamVisit Visit)?> ReturnAsync(ITempDataDictionary browser, string provider, HttpRequest request)
    {
        if (browser[Key] is not string json || JsonSerializer.Deserialize<Kept>(json) is not { } kept || kept.Provider != provider)
            return null;
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(kept.CallbackState), Encoding.UTF8.GetBytes(request.Query[StateParameter].ToString())))
            return null;
        var parameters = request.Query.Where(pair => pair.Key != StateParameter && pair.Value.Count == 1).ToDictionary(pair => pair.Key, pair => pair.Value.ToString());
        return (kept.Purpose, await visits.ReturnAsync(provider, Callback(provider), kept.State, parameters, request.HttpContext.RequestAborted));
    }

    private Uri Callback(string provider) => new(protocol.Value.Issuer!, $"sign-in/callback/{provider}"); // No host starts without an issuer.
}
