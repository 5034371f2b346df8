using Identity.Domain.Consent;
using Identity.Domain.Partners;
using Identity.Domain.Verification.Claims;

namespace Identity.Web.Areas.Partners.Applications;

/// <summary>Something that an application may ask people for: a fact of theirs, or the use of an API in their name.</summary>
/// <param name="Name">As in the registration.</param>
/// <param name="Api">The API it belongs to; null for a fact.</param>
/// <param name="Term">How it is asked for; null when it is not.</param>
/// <param name="Level">The level of identity that it takes; null for none.</param>
internal sealed record AskedItem(string Name, string? Api, ConsentTerm? Term, string? Level)
{
    /// <summary>The key of how it is asked for.</summary>
    public string Words => Term switch
    {
        null => "partners.ask.no",
        { Required: true } => "partners.ask.required",
        _ => "partners.ask.optional",
    };

    public string Purpose => Term?.Purpose ?? "";

    public static IReadOnlyList<AskedItem> All(Client client, ClientSnapshot snapshot, ClaimLevels levels) =>
    [
        .. SharedItem.All.Where(item => item.Scope.Length > 0)
            .Select(item => new AskedItem(item.Name, null, client.Consent.Claims.GetValueOrDefault(item.Name), levels.Of(item)?.ToString())),
        .. snapshot.Scopes.Where(scope => scope.Resource is not null)
            .Select(scope => new AskedItem(scope.Name, scope.Resource, client.Scopes.Contains(scope.Name) ? client.Consent.Scopes.GetValueOrDefault(scope.Name) ?? new(true, "") : null,
                snapshot.FindResource(scope.Resource ?? "")?.Resource?.Levels.GetValueOrDefault(scope.Name))),
    ];

    /// <summary>The registration, asking for it so; not at all when <paramref name="term"/> is null.</summary>
    public Client On(Client client, ConsentTerm? term) => Api is null ? Fact(client, term) : Use(client, term);

    private Client Fact(Client client, ConsentTerm? term)
    {
        var claims = client.Consent.Claims.Where(claim => claim.Key != Name).ToDictionary();
        if (term is not null)
            claims[Name] = term;
        // OpenID Connect Core §5.4: a scope asks for it.
        var scopes = SharedItem.All.Where(item => claims.ContainsKey(item.Name)).Select(item => item.Scope).Where(scope => scope.Length > 0).Distinct();
        var others = client.Scopes.Where(scope => SharedItem.All.All(item => item.Scope != scope));
        return client with { Scope = string.Join(' ', others.Concat(scopes)), Consent = client.Consent with { Claims = claims } };
    }

    private Client Use(Client client, ConsentTerm? term)
    {
        var terms = client.Consent.Scopes.Where(scope => scope.Key != Name).ToDictionary();
        var scopes = client.Scopes.Where(scope => scope != Name);
        var apis = client.Resources.Where(api => api != Api);
        if (term is not null)
            (terms[Name], scopes, apis) = (term, scopes.Append(Name), apis.Append(Api ?? ""));
        else if (client.Scopes.Any(scope => scope != Name))
            apis = client.Resources;
        return client with { Scope = string.Join(' ', scopes), Resources = [.. apis], Consent = client.Consent with { Scopes = terms } };
    }
}
