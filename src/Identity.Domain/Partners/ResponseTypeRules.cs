namespace Identity.Domain.Partners;

/// <summary>Which answers a client may register for, and the grants that go with them (OpenID Connect Registration §2, RFC 7591 §2.1).</summary>
internal static class ResponseTypeRules
{
    public const string Implicit = "implicit";

    private const string Code = "code";
    private static readonly string[] InBrowser = ["id_token", "id_token token", "code id_token", "code token", "code id_token token"];

    /// <param name="client">What is registered.</param>
    /// <param name="implicitFlows">Whether tokens may be answered in the browser.</param>
    public static IEnumerable<string> Faults(Client client, bool implicitFlows)
    {
        string[] offered = implicitFlows ? [Code, .. InBrowser] : [Code];
        foreach (var type in client.ResponseTypes.Except(offered))
            yield return $"response_types: '{type}' is not supported. Write {(implicitFlows ? "some of " : "")}{string.Join(", ", offered)}.";
        if (client.GrantTypes.Contains("authorization_code") && !client.ResponseTypes.Any(HasCode))
            yield return "response_types: the authorization_code grant needs code.";
        if (!implicitFlows)
            yield break;
        foreach (var type in client.ResponseTypes.Where(InBrowser.Contains))
        {
            if (!client.GrantTypes.Contains(Implicit))
                yield return $"grant_types: the response type '{type}' needs implicit.";
            if (HasCode(type) && !client.GrantTypes.Contains("authorization_code"))
                yield return $"grant_types: the response type '{type}' needs authorization_code.";
        }

        if (client.GrantTypes.Contains(Implicit))
            foreach (var fault in FaultsOfImplicit(client))
                yield return fault;
    }

    private static IEnumerable<string> FaultsOfImplicit(Client client)
    {
        if (!client.ResponseTypes.Any(InBrowser.Contains))
            yield return $"response_types: the implicit grant needs one of {string.Join(", ", InBrowser)}.";
        if (client.RedirectUris.Count == 0)
            yield return "redirect_uris: the implicit grant needs at least one.";
        // OpenID Connect Registration §2, application_type.
        if (client.ApplicationType == "web")
            foreach (var uri in client.RedirectUris.Where(uri => Uri.TryCreate(uri, UriKind.Absolute, out var parsed) && (parsed.Scheme != Uri.UriSchemeHttps || parsed.Host == "localhost")))
                yield return $"redirect URI '{uri}': a web application with the implicit grant needs https, and another host than localhost.";
    }

    private static bool HasCode(string type) => type.Split(' ').Contains(Code);
}
