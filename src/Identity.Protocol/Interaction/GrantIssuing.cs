using System.Security.Claims;
using Identity.Domain.Grants;
using Identity.Domain.Partners;
using Identity.Protocol.Claims;
using Identity.Protocol.Grants;
using Identity.Protocol.PairwiseSubjects;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Identity.Protocol.Interaction;

/// <summary>Stores the one row of an authorization, when nothing is left to ask.</summary>
internal sealed class GrantIssuing(GrantStore grants, ClientDirectory clients, SubjectFactory subjects, ReleasedClaims claims, IOptions<GrantOptions> options)
{
    /// <returns>What the answer is made of: of the citizen and the session no more than the tokens in it tell, and for a code nothing.</returns>
    public async Task<ClaimsPrincipal> IssueAsync(HandleAuthorizationRequestContext context, AuthorizationFacts facts)
    {
        var requested = RequestedClaims.Of(context.Transaction).IsAboutPerson ? (string?)context.Request.GetParameter(Parameters.Claims) : null;
        var grant = Of(context.ClientId!, facts) with { Requested = requested }; // A valid request has one.
        await grants.IssueAsync(grant, context.CancellationToken);
        var issuer = context.Options.Issuer!.AbsoluteUri; // ProtocolServices sets it.
        if (!context.Request.HasResponseType(ResponseTypes.IdToken))
            return TokenPrincipal.Of(grant, issuer, "");

        var principal = TokenPrincipal.Of(grant, issuer, subjects.SessionId(grant.SidSession, grant.ClientId));
        var alone = !context.Request.HasResponseType(ResponseTypes.Code) && !context.Request.HasResponseType(ResponseTypes.Token);
        foreach (var (name, value) in await claims.InIdTokenAsync(grant, alone, context.CancellationToken))
            TokenPrincipal.Tell(principal, name, value);
        return principal;
    }

    /// <summary>The grant that a request leads to, not stored yet.</summary>
    public Grant Of(string clientId, AuthorizationFacts facts)
    {
        var session = facts.Session!; // Prompts.Next has let nobody through who is not signed in.
        var proved = facts.Proved!; // As session: what is too old has been asked for again.
        // OpenID Connect Core §11: without a code there is no refresh token, and nothing to be offline with.
        var scopes = facts.Request.IsImplicitFlow() ? facts.Request.GetScopes().Remove(Scopes.OfflineAccess) : facts.Request.GetScopes();
        var offline = scopes.Contains(Scopes.OfflineAccess);
        var resources = GrantedResources.Of(facts.Request.GetResources(), scopes, clients.Current);
        return new Grant
        {
            Id = Guid.CreateVersion7(facts.Now),
            AccountId = session.AccountId,
            ClientId = clientId,
            SessionId = session.Id,
            Subject = facts.Subject!, // As session.
            Scopes = scopes,
            Claims = [.. facts.Asked.Items.Select(ask => ask.Item.Name).Where(facts.Decision!.Claims.Contains)], // Covered by it.
            Resources = resources,
            AccessSubject = subjects.AccessSubject(facts.Account!.SubjectSeed, [.. resources.Select(clients.Current.FindResource).OfType<Client>()]) ?? facts.Subject!, // As session.
            AuthTime = proved.At,
            Amr = string.Join(' ', proved.Amr),
            Acr = facts.Trust.Answer(proved.Trust),
            Vot = facts.Target?.Vector.ToString(),
            Offline = offline,
            CreatedAt = facts.Now,
            ExpiresAt = offline ? facts.Now + options.Value.Offline : session.ExpiresAt,
        };
    }
}
