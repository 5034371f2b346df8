using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Identity.Demo.RelyingParty;

/// <summary>What a resource wants a citizen to prove once more, RFC 9470 §3: read from its challenge, asked of the provider, judged on the way back.</summary>
/// <param name="AcrValues">The classes that are enough, separated by spaces; empty where any is.</param>
/// <param name="MaxAge">How many seconds ago they may have signed in; null where that does not count.</param>
internal sealed partial record StepUp(string AcrValues, int? MaxAge)
{
    /// <summary>What the provider answers when the citizen cannot prove as much (OpenID Connect Unmet Authentication Requirements 1.0).</summary>
    public const string Unmet = "unmet_authentication_requirements";

    /// <summary>How long the way back to the application may take.</summary>
    public static readonly TimeSpan WayBack = TimeSpan.FromMinutes(1);

    private const string AskedItem = "step-up";
    private const string ClosedItem = "step-up-closed";

    /// <returns>Null when the answer asks for nothing of the kind.</returns>
    public static StepUp? Read(HttpHeaderValueCollection<AuthenticationHeaderValue> challenges)
    {
        foreach (var challenge in challenges.Where(each => string.Equals(each.Scheme, "Bearer", StringComparison.OrdinalIgnoreCase)))
        {
            var members = Member().Matches(challenge.Parameter ?? "")
                .ToLookup(match => match.Groups["name"].Value, match => match.Groups["value"].Value, StringComparer.OrdinalIgnoreCase);
            if (members["error"].FirstOrDefault() != "insufficient_user_authentication") continue;
            int? age = int.TryParse(members["max_age"].FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : null;
            return new StepUp(members["acr_values"].FirstOrDefault() ?? "", age);
        }
        return null;
    }

    /// <param name="page">Where the citizen is, and comes back to.</param>
    /// <param name="closed">The page that tells them that it stays closed.</param>
    public AuthenticationProperties Properties(string page, string closed) => new()
    {
        RedirectUri = page,
        Items = { [AskedItem] = JsonSerializer.Serialize(this), [ClosedItem] = closed },
    };

    public static StepUp? Of(AuthenticationProperties? properties) =>
        properties?.Items.TryGetValue(AskedItem, out var asked) is true && asked is not null ? JsonSerializer.Deserialize<StepUp>(asked) : null;

    public static string? ClosedPage(AuthenticationProperties? properties) =>
        properties?.Items.TryGetValue(ClosedItem, out var closed) is true ? closed : null;

    /// <summary>RFC 9470 §4. The class is essential (OpenID Connect Core §5.5.1.1): a lower one would open nothing.</summary>
    public void Ask(OpenIdConnectMessage request)
    {
        if (MaxAge is { } age) request.MaxAge = age.ToString(CultureInfo.InvariantCulture);
        if (AcrValues.Length == 0) return;
        request.AcrValues = AcrValues;
        request.SetParameter("claims", JsonSerializer.Serialize(new { id_token = new { acr = new { essential = true, values = AcrValues.Split(' ') } } }));
    }

    /// <param name="citizen">What the ID token says of them.</param>
    /// <param name="at">The time their sign-in must be recent at.</param>
    public bool IsMetBy(ClaimsPrincipal citizen, DateTimeOffset at)
    {
        if (AcrValues.Length > 0 && !AcrValues.Split(' ').Contains(citizen.FindFirstValue("acr"), StringComparer.Ordinal)) return false;
        return MaxAge is null
            || (long.TryParse(citizen.FindFirstValue("auth_time"), NumberStyles.None, CultureInfo.InvariantCulture, out var signedIn)
                && signedIn >= at.ToUnixTimeSeconds() - MaxAge);
    }

    /// <summary>For a provider that answers with less than was asked: the same end as one that says so.</summary>
    public static Exception NotMet() => new OpenIdConnectProtocolException("The sign-in is less than was asked for.") { Data = { ["error"] = Unmet } };

    // RFC 9110 §11.2: a token or a quoted string.
    [GeneratedRegex("""(?<name>[\w-]+)\s*=\s*(?:"(?<value>(?:[^"\\]|\\.)*)"|(?<value>[^\s,"]+))""", RegexOptions.CultureInvariant)]
    private static partial Regex Member();
}
