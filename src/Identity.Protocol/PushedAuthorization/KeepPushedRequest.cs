using System.Text;
using Identity.Domain.Grants;
using Identity.Protocol.Interaction;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Identity.Protocol.PushedAuthorization;

/// <summary>RFC 9126 §2.2: a request that passed every check is kept, and its reference is the answer.</summary>
internal sealed class KeepPushedRequest(PushedRequestStore requests) : IOpenIddictServerHandler<GenerateTokenContext>
{
    public static OpenIddictServerHandlerDescriptor Descriptor { get; } =
        Rule.For<GenerateTokenContext, KeepPushedRequest>(OpenIddictServerHandlers.Protection.CreateTokenEntry.Descriptor.Order + 100);

    public async ValueTask HandleAsync(GenerateTokenContext context)
    {
        if (context.TokenType != TokenTypeIdentifiers.Private.RequestToken || context.Request is null)
            return;

        var parameters = StoredRequest.Of(context.Request);
        context.Token = await requests.KeepAsync(Encoding.UTF8.GetBytes(parameters.Write()), StoredRequest.Life, context.CancellationToken);
    }
}
