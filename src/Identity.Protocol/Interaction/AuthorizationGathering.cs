using Identity.Domain.Accounts;
using Identity.Domain.Consent;
using Identity.Domain.Partners;
using Identity.Domain.Sessions;
using Identity.Domain.Verification.Levels;
using Identity.Protocol.Claims;
using Identity.Protocol.PairwiseSubjects;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Identity.Protocol.Interaction;

/// <summary>Looks up what the answer to an authorization request depends on: two reads when somebody is signed in, none otherwise.</summary>
internal sealed class AuthorizationGathering(
    ClientDirectory clients, AccountStore accounts, ConsentStore consents, RequiredLevels levels, SubjectFactory subjects, TimeProvider clock)
{
    public async Task<AuthorizationFacts> GatherAsync(HandleAuthorizationRequestContext context, Session? session, InteractionState? state)
    {
        var snapshot = clients.Current;
        var client = snapshot.Find(context.ClientId)
            ?? throw new InvalidOperationException("A valid authorization request has a client.");
        var account = session is null ? null : await accounts.ClaimsAsync(session.AccountId, context.CancellationToken);
        // An account that is gone signs nobody in.
        var living = account is null ? null : session;
        var requested = RequestedClaims.Of(context.Transaction);
        var asked = ConsentRequest.For(client, context.Request.GetScopes(), snapshot, requested.Names);
        var required = levels.Of(RequestedVectors.Of(context.Transaction), asked, snapshot);
        return new AuthorizationFacts(
            context.Request, state, living,
            account is null ? null : subjects.Subject(account.SubjectSeed, client),
            context.IdentityTokenHintPrincipal?.GetClaim(ClaimNames.Subject) ?? requested.Subject,
            RequestedTrust.Of(context.Transaction), asked,
            living is null ? null : await consents.FindAsync(living.AccountId, client.ClientId, context.CancellationToken),
            account, clock.GetUtcNow())
        {
            Required = required,
            Standings = living is null ? new Dictionary<string, Standing>() : await levels.StandingsAsync(living.AccountId, required, context.CancellationToken),
        };
    }
}
