using Identity.Protocol.Errors;
using Microsoft.AspNetCore;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Identity.Protocol.Interaction;

/// <summary>Takes up a request where a page left it. Every check runs again, as the client may have changed in between.</summary>
internal sealed class ContinueInteraction(Interactions interactions) : IOpenIddictServerHandler<ExtractAuthorizationRequestContext>
{
    // After a pushed request has been taken up, which comes straight after OpenIddict has read the parameters.
    public static OpenIddictServerHandlerDescriptor Descriptor { get; } = Rule.For<ExtractAuthorizationRequestContext, ContinueInteraction>(
        OpenIddictServerAspNetCoreHandlers.ExtractGetOrPostRequest<ExtractAuthorizationRequestContext>.Descriptor.Order + Rule.Between + 100);

    public async ValueTask HandleAsync(ExtractAuthorizationRequestContext context)
    {
        if ((string?)context.Request?.GetParameter(InteractionParameters.Interaction) is not { } key)
            return;

        var http = context.Transaction.GetHttpRequest()!.HttpContext; // The host is ASP.NET Core.
        if (await interactions.FindAsync(http, key) is not { Client: not null, State.Device: null } interaction)
        {
            context.Reject(ShowErrorPage<ProcessErrorContext>.InteractionOver, "The journey is over, or was begun in another browser.");
            return;
        }

        var stored = new StoredRequest(interaction.State.Parameters, interaction.State.Pushed);
        context.Request = stored.ToRequest();
        context.Transaction.SetProperty(typeof(StoredRequest).FullName!, stored); // A named type has a full name.
        context.Transaction.SetProperty(typeof(AuthorizationInteraction).FullName!, interaction); // As above.
    }
}
