using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Identity.Domain.Partners;
using Microsoft.IdentityModel.Tokens;

namespace Identity.Protocol.Clients;

/// <summary>
/// What OpenIddict asks of a registration several times in each request, in the form it asks for, made once: a registration
/// never changes, it is replaced. The keys are worth most: importing one costs twice what checking a signature with it does.
/// </summary>
internal sealed class ClientFacts
{
    private static readonly ConditionalWeakTable<Client, ClientFacts> Known = [];

    private ClientFacts(Client client)
    {
        Permissions = [.. ClientPermissions.Of(client)];
        RedirectUris = [.. client.RedirectUris];
        PostLogoutRedirectUris = [.. client.PostLogoutRedirectUris];
        SecretHashes = string.Join(' ', client.ClientSecretSha256);
        Keys = client.Jwks is { } jwks ? new JsonWebKeySet(jwks.GetRawText()) : null;
    }

    public ImmutableArray<string> Permissions { get; }

    public ImmutableArray<string> RedirectUris { get; }

    public ImmutableArray<string> PostLogoutRedirectUris { get; }

    public string SecretHashes { get; }

    public JsonWebKeySet? Keys { get; }

    public static ClientFacts Of(Client client) => Known.GetValue(client, static made => new ClientFacts(made));
}
