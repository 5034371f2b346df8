using Identity.Domain.Partners;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Identity.Protocol.Clients;

/// <summary>Says in OpenIddict's words what a registration allows.</summary>
internal static class ClientPermissions
{
    public static IEnumerable<string> Of(Client client)
    {
        yield return Permissions.Endpoints.Token;
        yield return Permissions.Endpoints.Revocation;
        yield return Permissions.Endpoints.EndSession;
        if (!client.IsPublic)
            yield return Permissions.Endpoints.Introspection;
        if (client.GrantTypes.Contains(GrantTypes.AuthorizationCode) || client.GrantTypes.Contains(GrantTypes.Implicit))
        {
            yield return Permissions.Endpoints.Authorization;
            yield return Permissions.Endpoints.PushedAuthorization;
        }

        if (client.GrantTypes.Contains(GrantTypes.DeviceCode))
            yield return Permissions.Endpoints.DeviceAuthorization;

        foreach (var grant in client.GrantTypes)
            yield return Permissions.Prefixes.GrantType + grant;
        foreach (var type in client.ResponseTypes)
            yield return Permissions.Prefixes.ResponseType + type;
        foreach (var scope in client.Scopes)
            yield return Permissions.Prefixes.Scope + scope;
        foreach (var resource in client.Resources)
            yield return Permissions.Prefixes.Resource + resource;
    }
}
