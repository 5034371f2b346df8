using System.Text.Json;
using Identity.Domain.Consent;
using OpenIddict.Server;

namespace Identity.Protocol.Claims;

/// <summary>
/// The parameter <c>claims</c> (OpenID Connect Core §5.5), with <c>verified_claims</c> (OpenID Connect for Identity Assurance 1.0
/// §5): single claims, and where they are to be told. What is not known is passed over, but for limits.
/// </summary>
internal sealed record RequestedClaims
{
    /// <summary>The longest parameter, in characters: it is kept with the grant.</summary>
    public const int MostCharacters = 4000;

    private const string Verified = "verified_claims";
    private const int MostVerified = 10;

    /// <summary>How the parameter is read: evidence goes nine deep.</summary>
    public static JsonDocumentOptions Strict { get; } = new() { MaxDepth = 16, AllowDuplicateProperties = false };

    public static RequestedClaims None { get; } = new();

    /// <summary>By user-info.</summary>
    public IReadOnlyDictionary<string, RequestedClaim> UserInfo { get; private init; } = new Dictionary<string, RequestedClaim>();

    /// <summary>In the ID token.</summary>
    public IReadOnlyDictionary<string, RequestedClaim> IdToken { get; private init; } = new Dictionary<string, RequestedClaim>();

    /// <summary>Verified, by user-info.</summary>
    public IReadOnlyList<RequestedVerification> VerifiedUserInfo { get; private init; } = [];

    /// <summary>Verified, in the ID token.</summary>
    public IReadOnlyList<RequestedVerification> VerifiedIdToken { get; private init; } = [];

    /// <summary>Every claim that is asked for in any of these ways.</summary>
    public IReadOnlyCollection<string> Names
    {
        get
        {
            var verified = VerifiedUserInfo.Concat(VerifiedIdToken).ToList();
            return [.. UserInfo.Keys.Concat(IdToken.Keys).Concat(verified.SelectMany(one => one.Claims.Keys))
                .Concat(verified.Any(one => one.Evidence is not null) ? [SharedItem.Evidence] : []).Distinct()];
        }
    }

    /// <summary>OpenID Connect Core §5.5.1: the one citizen that the answer may be about, by their <c>sub</c>; null when anybody will do.</summary>
    public string? Subject => IdToken.GetValueOrDefault("sub")?.Values is [{ ValueKind: JsonValueKind.String } subject] ? subject.GetString() : null;

    /// <summary>Whether it asks for anything that a citizen decides on.</summary>
    public bool IsAboutPerson => SharedItem.All.Any(item => item.IsAmong(Names));

    public static RequestedClaims Of(OpenIddictServerTransaction transaction) =>
        transaction.GetProperty<RequestedClaims>(typeof(RequestedClaims).FullName!) ?? None; // A named type has a full name.

    public void Keep(OpenIddictServerTransaction transaction) => transaction.SetProperty(typeof(RequestedClaims).FullName!, this); // As above.

    /// <exception cref="JsonException">The parameter is not what the specifications say.</exception>
    public static RequestedClaims Read(string? json)
    {
        if (string.IsNullOrEmpty(json))
            return None;
        if (json.Length > MostCharacters)
            throw new JsonException();

        // Its elements are looked at for as long as the request lasts.
        var root = JsonDocument.Parse(json, Strict).RootElement;
        if (root.ValueKind is not JsonValueKind.Object)
            throw new JsonException();
        var (userInfo, token) = (Members(root, "userinfo"), Members(root, "id_token"));
        return new RequestedClaims
        {
            UserInfo = Single(userInfo),
            IdToken = Single(token),
            VerifiedUserInfo = Verifications(userInfo),
            VerifiedIdToken = Verifications(token),
        };
    }

    private static Dictionary<string, JsonElement> Members(JsonElement root, string name) =>
        !root.TryGetProperty(name, out var member) || member.ValueKind is JsonValueKind.Null ? []
        : member.ValueKind is JsonValueKind.Object ? member.EnumerateObject().ToDictionary(claim => claim.Name, claim => claim.Value, StringComparer.Ordinal)
        : throw new JsonException();

    private static Dictionary<string, RequestedClaim> Single(Dictionary<string, JsonElement> members) =>
        members.Where(member => member.Key != Verified).ToDictionary(member => member.Key, member => RequestedClaim.Read(member.Value), StringComparer.Ordinal);

    private static IReadOnlyList<RequestedVerification> Verifications(Dictionary<string, JsonElement> members)
    {
        if (!members.TryGetValue(Verified, out var verified))
            return [];
        if (verified.ValueKind is not JsonValueKind.Array)
            return [RequestedVerification.Read(verified)];
        return verified.GetArrayLength() is >= 1 and <= MostVerified ? [.. verified.EnumerateArray().Select(RequestedVerification.Read)] : throw new JsonException();
    }
}
