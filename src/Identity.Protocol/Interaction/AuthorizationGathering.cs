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
    ClientDirectory clients, AccountStore accounts, ConsentStore consents, RequiredLevels levels, SubjectFactory subjects, Admission admission, TimeProvider clock)
{
    public Task<AuthorizationFacts> GatherAsync(HandleAuthorizationRequestContext context, Session? session, InteractionState? state)
    {
        var claims = RequestedClaims.Of(context.Transaction);
        var hinted = context.IdentityTokenHintPrincipal?.GetClaim(ClaimNames.Subject) ?? claims.Subject;
        return GatherAsync(new RequestedOfPerson(context.Request, RequestedTrust.Of(context.Transaction), RequestedVectors.Of(context.Transaction), claims.Names, hinted),
            session, state, context.CancellationToken);
    }

    public async Task<AuthorizationFacts> GatherAsync(RequestedOfPerson requested, Session? session, InteractionState? state, CancellationToken cancellationToken)
    {
        var snapshot = clients.Current;
        var client = snapshot.Find(requested.Request.ClientId)
            ?? throw new InvalidOperationException("A valid authorization request has a client.");
        var account = session is null ? null : await accounts.ClaimsAsync(session.AccountId, cancellationToken);
        // An account that is gone signs nobody in.
        var living = account is null ? null : session;
        var asked = ConsentRequest.For(client, requested.Request.GetScopes(), snapshot, requested.Claims);
        var required = levels.Of(requested.Vectors, asked, snapshot);
        return new AuthorizationFacts(
            requested.Request, state, living,
            account is null ? null : subjects.Subject(account.SubjectSeed, client),
            requested.HintedSubject, requested.Trust, asked,
            living is null ? null : await consents.FindAsync(living.AccountId, client.ClientId, cancellationToken),
            account, clock.GetUtcNow())
        {
            Required = required,
            IsAdmitted = living is null || await admission.IsOpenAsync(client, living.AccountId, cancellationToken),
            Standings = living is null ? new Dictionary<string, Standing>() : await levels.StandingsAsync(living.AccountId, required, cancellationToken),
        };
    }
}

/// <summary>What a client asks for, and of whom.</summary>
/// <param name="Request">The request.</param>
/// <param name="Trust">How sure it wants to be that it is they.</param>
/// <param name="Vectors">How sure the provider has to be.</param>
/// <param name="Claims">Claims asked for one by one.</param>
/// <param name="HintedSubject">The only one it wants an answer about; null when anybody will do.</param>
internal sealed record RequestedOfPerson(OpenIddictRequest Request, RequestedTrust Trust, RequestedVectors Vectors, IReadOnlyCollection<string> Claims, string? HintedSubject);
