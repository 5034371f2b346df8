using System.Buffers.Text;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Identity.Domain.Partners;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Identity.Protocol.SigningKeys;

/// <summary>
/// OpenID Connect Core §3.1.3.6, §3.2.2.10, §3.3.2.11: an ID token names what it is answered with, by the hash that belongs to
/// the algorithm which signs it, and that is its client's.
/// </summary>
internal sealed class BindTokens(ClientDirectory clients) : IOpenIddictServerHandler<ProcessSignInContext>
{
    public static OpenIddictServerHandlerDescriptor Descriptor { get; } =
        Rule.InPlaceOf<ProcessSignInContext, BindTokens>(OpenIddictServerHandlers.AttachTokenDigests.Descriptor);

    public ValueTask HandleAsync(ProcessSignInContext context)
    {
        if (context.IdentityTokenPrincipal is not { } token)
            return default;

        var algorithm = clients.Current.Find(context.ClientId ?? context.Request.ClientId) is { } client
            ? ClientSigning.For(client, context.Options).Algorithm
            : context.Options.SigningCredentials[0].Algorithm;
        token.SetClaim(ClaimNames.AccessTokenHash, Hash(context.AccessToken, algorithm));
        token.SetClaim(ClaimNames.CodeHash, Hash(context.AuthorizationCode, algorithm));
        return default;
    }

    private static string? Hash(string? value, string algorithm)
    {
        if (string.IsNullOrEmpty(value))
            return null;
        var text = Encoding.ASCII.GetBytes(value);
        var hash = algorithm[^3..] switch
        {
            "256" => SHA256.HashData(text),
            "384" => SHA384.HashData(text),
            "512" => SHA512.HashData(text),
            _ => throw new UnreachableException(),
        };
        return Base64Url.EncodeToString(hash.AsSpan(0, hash.Length / 2));
    }
}
