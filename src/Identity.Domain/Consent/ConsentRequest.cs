using Identity.Domain.Partners;

namespace Identity.Domain.Consent;

/// <summary>One thing an application asks a citizen for.</summary>
public sealed record ConsentAsk(SharedItem Item, bool Required, string Purpose);

/// <summary>A scope of an API an application asks for.</summary>
public sealed record ScopeAsk(Scope Scope, string Purpose);

/// <summary>All that one authorization request asks for, as the citizen will see it.</summary>
public sealed record ConsentRequest(IReadOnlyList<string> Scopes, IReadOnlyList<ConsentAsk> Items, IReadOnlyList<ScopeAsk> ApiScopes)
{
    private static readonly ConsentTerm Unexplained = new(true, "");

    /// <summary>The items of the scopes asked for, narrowed to those the registration names when it names any.</summary>
    /// <param name="client">The application.</param>
    /// <param name="scopes">Its scopes.</param>
    /// <param name="snapshot">What scopes mean.</param>
    /// <param name="claims">Claims that it asks for one by one (OpenID Connect Core §5.5): those that the registration names count.</param>
    public static ConsentRequest For(Client client, IReadOnlyList<string> scopes, ClientSnapshot snapshot, IReadOnlyCollection<string>? claims = null)
    {
        var terms = client.Consent.Claims;
        var items = SharedItem.All
            .Where(item => (scopes.Contains(item.Scope) && (terms.Count == 0 || terms.ContainsKey(item.Name))) || (claims is not null && item.IsAmong(claims) && terms.ContainsKey(item.Name)))
            .Select(item => (Item: item, Term: terms.GetValueOrDefault(item.Name, Unexplained)))
            .Select(ask => new ConsentAsk(ask.Item, ask.Term.Required, ask.Term.Purpose));
        var apiScopes = scopes.Select(snapshot.FindScope).OfType<Scope>()
            .Where(scope => scope.Resource is not null || scope.Name == "offline_access")
            .Select(scope => new ScopeAsk(scope, client.Consent.Scopes.GetValueOrDefault(scope.Name, Unexplained).Purpose));
        return new ConsentRequest(scopes, [.. items], [.. apiScopes]);
    }

    /// <summary>Whether an earlier answer covers all of it.</summary>
    public bool IsCoveredBy(ConsentDecision? decision) => decision is not null && decision.Covers(
        Scopes, Names(required: true), Names(required: false));

    private List<string> Names(bool required) => [.. Items.Where(ask => ask.Required == required).Select(ask => ask.Item.Name)];
}
