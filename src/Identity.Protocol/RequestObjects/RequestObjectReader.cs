using Identity.Domain.Partners;
using Identity.Protocol.ClientKeys;
using Identity.Protocol.RequestLimits;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;

namespace Identity.Protocol.RequestObjects;

/// <summary>What came of reading a request object: the request, or what is wrong with it.</summary>
internal sealed record RequestObjectReading(OpenIddictRequest? Request, string? Fault);

/// <summary>Verifies request objects by the keys that their clients have registered. Safe for concurrent use.</summary>
internal sealed class RequestObjectReader(ClientKeySets keySets, IOptions<ProtocolOptions> options, TimeProvider clock)
{
    private const string Typed = "oauth-authz-req+jwt";
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(30);
    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = 32_768 };

    /// <param name="around">The parameters that came with it.</param>
    /// <param name="client">Whom they name.</param>
    public async ValueTask<RequestObjectReading> ReadAsync(OpenIddictRequest around, Client client, CancellationToken cancellationToken)
    {
        if (await keySets.FindAsync(client, UnverifiedToken.Read(around.Request)?.KeyId, cancellationToken) is not { } keys)
        {
            return Wrong(keySets.Fault(client) is { } unavailable
                ? $"The keys at the client's 'jwks_uri' cannot be had: {unavailable}."
                : "The client has registered no keys that could have signed the 'request'.");
        }

        var validated = await Handler.ValidateTokenAsync(around.Request, new TokenValidationParameters
        {
            IssuerSigningKeys = keys.GetSigningKeys(),
            ValidAlgorithms = client.RequestObjectSigningAlg is { } registered ? [registered] : ClientValidator.SigningAlgorithms,
            // RFC 9101 §10.8 and RFC 8725 §3.11: of its own type, or, as older clients send it, of none.
            TypeValidator = static (type, _, _) => string.IsNullOrEmpty(type) || Is(type, "JWT") || Is(type, Typed) ? type : throw new SecurityTokenInvalidTypeException(),
            // Those claims may be left out, and what is there is looked at below, by our clock.
            ValidateIssuer = false,
            ValidateAudience = false,
            ValidateLifetime = false,
        });
        if (validated is not { IsValid: true, SecurityToken: JsonWebToken token } || RequestObject.Read(token.EncodedPayload) is not { } read)
            return Wrong("The 'request' is no JWT that the client has signed with an algorithm and a key it registered.");
        return Fault(read, around, client) is { } fault ? Wrong(fault) : Assemble(read, around, client, Is(token.Typ, Typed));
    }

    private string? Fault(RequestObject read, OpenIddictRequest around, Client client)
    {
        // RFC 9101 §4 and §10.8: by the client, for this provider, and never what could authenticate the client.
        if (read.Claims.ContainsKey("iss") && read.Text("iss") != client.ClientId)
            return "The 'iss' of the request object is not the client.";
        if (read.Text("sub") == client.ClientId)
            return "The 'sub' of the request object is the client, as that of a client assertion would be. Leave it out.";
        if (read.Claims.ContainsKey("aud") && !read.Audiences.Any(IsUs))
            return "The 'aud' of the request object is not the issuer.";
        var now = clock.GetUtcNow();
        if (!read.TryTime("exp", out var expires) || expires + Skew <= now)
            return "The 'exp' of the request object is no time, or has passed.";
        if (!read.TryTime("nbf", out var from) || from - Skew > now)
            return "The 'nbf' of the request object is no time, or has not been reached.";
        if (read.ForbiddenName is { } name)
            return $"The request object holds '{name}', which has no place in one.";
        // RFC 9101 §5 and OpenID Connect Core §6.1: what stands in both is the same.
        if (read.Claims.ContainsKey("client_id") && read.Text("client_id") != client.ClientId)
            return "The 'client_id' of the request object is not that beside it.";
        return read.Claims.ContainsKey("response_type") && around.ResponseType is { } beside && read.Text("response_type") != beside
            ? "The 'response_type' of the request object is not that beside it."
            : null;
    }

    // RFC 9101 §6.3: of an object of that specification nothing counts but what it holds. One of OpenID Connect Core §6.1 may leave
    // to the query what it does not say; a client that must sign leaves nothing to it.
    private static RequestObjectReading Assemble(RequestObject read, OpenIddictRequest around, Client client, bool alone)
    {
        var parameters = read.ToParameters().ToList();
        if (parameters.Select(parameter => ParameterRules.Fault(parameter.Key, parameter.Value)).FirstOrDefault(fault => fault is not null) is { } fault)
            return Wrong(fault);
        var request = new OpenIddictRequest(parameters);
        if (!alone && !client.RequireSignedRequestObject)
        {
            foreach (var (name, value) in around.GetParameters().Where(parameter => parameter.Key != OpenIddictConstants.Parameters.Request && !request.HasParameter(parameter.Key)))
                request.SetParameter(name, value);
        }

        // The client authenticates beside the object, where it is pushed.
        (request.ClientId, request.ClientSecret, request.ClientAssertion, request.ClientAssertionType) =
            (client.ClientId, around.ClientSecret, around.ClientAssertion, around.ClientAssertionType);
        return new(request, null);
    }

    private bool IsUs(string? audience) => options.Value.Issuer is { } issuer && audience?.TrimEnd('/') == issuer.AbsoluteUri.TrimEnd('/');

    // RFC 7515 §4.1.9: with or without the prefix, in any case.
    private static bool Is(string? type, string name) =>
        string.Equals(type, name, StringComparison.OrdinalIgnoreCase) || string.Equals(type, $"application/{name}", StringComparison.OrdinalIgnoreCase);

    private static RequestObjectReading Wrong(string fault) => new(null, fault);
}
