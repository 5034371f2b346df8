using System.Text.Json;
using System.Text.Json.Nodes;
using Identity.Domain.Accounts;
using Identity.Domain.Consent;
using Identity.Domain.Grants;
using Identity.Domain.Verification.Claims;
using Identity.Domain.Verification.Record;
using OpenIddict.Abstractions;

namespace Identity.Protocol.Claims;

/// <summary>
/// What a client is told of a citizen under a grant, in one place or the other: what its scopes stand for (OpenID Connect Core
/// §5.4), what it asked for one by one (§5.5), and <c>verified_claims</c> (OpenID Connect for Identity Assurance 1.0). Nothing
/// that the citizen did not agree to, as it is now. A claim without a value is left out.
/// </summary>
internal sealed class ReleasedClaims(ProvenClaims proven, IdentityRecord record, VerifiedClaims verified)
{
    private const string Verified = "verified_claims";

    /// <summary>By user-info (§5.3).</summary>
    /// <param name="grant">What was agreed to.</param>
    /// <param name="scopes">The scopes of the token, which may be fewer than those of the grant (RFC 6749 §6).</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null when the account is gone.</returns>
    public Task<IReadOnlyList<(string Name, OpenIddictParameter Value)>?> InUserInfoAsync(Grant grant, IReadOnlyCollection<string> scopes, CancellationToken cancellationToken)
    {
        var requested = RequestedClaims.Read(grant.Requested);
        var byScope = SharedItem.All.Where(item => scopes.Contains(item.Scope)).ToList();
        return TellAsync(grant, byScope, requested.UserInfo, requested.VerifiedUserInfo, cancellationToken);
    }

    /// <summary>In the ID token: only what was asked for by name; what scopes stand for too, where it is all that is ever given (§5.4).</summary>
    /// <param name="grant">What was agreed to.</param>
    /// <param name="alone">Whether no access token is given that would open user-info.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<(string Name, OpenIddictParameter Value)>> InIdTokenAsync(Grant grant, bool alone, CancellationToken cancellationToken)
    {
        var requested = RequestedClaims.Read(grant.Requested);
        var byScope = alone ? SharedItem.All.Where(item => grant.Scopes.Contains(item.Scope)).ToList() : [];
        return byScope.Count + requested.IdToken.Count + requested.VerifiedIdToken.Count > 0
            ? await TellAsync(grant, byScope, requested.IdToken, requested.VerifiedIdToken, cancellationToken) ?? []
            : [];
    }

    private async Task<IReadOnlyList<(string Name, OpenIddictParameter Value)>?> TellAsync(
        Grant grant, List<SharedItem> byScope, IReadOnlyDictionary<string, RequestedClaim> single, IReadOnlyList<RequestedVerification> asked, CancellationToken cancellationToken)
    {
        var items = SharedItem.All.Where(item => grant.Claims.Contains(item.Name) && (byScope.Contains(item) || item.Claims.Any(single.ContainsKey))).ToList();
        if (await proven.OfAsync(grant.AccountId, items, cancellationToken) is not { } account)
            return null;

        var told = ClaimValues.Of(account, items)
            .Where(claim => (!single.TryGetValue(claim.Name, out var limit) ? IsByScope(claim.Name) : IsByScope(claim.Name) || limit.Values is null || limit.Accepts(claim.Value.ToString() ?? "")))
            .ToList();
        if (asked.Count > 0 && await VerifiedAsync(grant, asked, cancellationToken) is { } answer)
            told.Add((Verified, JsonSerializer.SerializeToElement(answer)));
        return told;

        bool IsByScope(string claim) => byScope.Any(item => item.Claims.Contains(claim));
    }

    private async Task<JsonNode?> VerifiedAsync(Grant grant, IReadOnlyList<RequestedVerification> asked, CancellationToken cancellationToken)
    {
        var agreed = SharedItem.All.Where(item => grant.Claims.Contains(item.Name)).ToList();
        var (evidence, against) = await record.HeldAsync(grant.AccountId, cancellationToken);
        var answers = asked.Select(one => verified.Answer(one, agreed, evidence, against)).OfType<JsonObject>().ToArray<JsonNode>();
        return answers.Length switch
        {
            0 => null,
            1 => answers[0],
            _ => new JsonArray(answers),
        };
    }
}
