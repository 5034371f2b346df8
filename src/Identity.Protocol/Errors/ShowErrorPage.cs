using Identity.Domain.Partners;
using Microsoft.AspNetCore;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Identity.Protocol.Errors;

/// <summary>Shows a person our own page where the client cannot be told.</summary>
internal sealed class ShowErrorPage<TContext>(ClientDirectory clients) : IOpenIddictServerHandler<TContext>
    where TContext : BaseRequestContext
{
    public static OpenIddictServerHandlerDescriptor Descriptor { get; } = Rule.For<TContext, ShowErrorPage<TContext>>(
        OpenIddictServerAspNetCoreHandlers.ProcessLocalErrorResponse<TContext>.Descriptor.Order);

    public ValueTask HandleAsync(TContext context)
    {
        if (context.Transaction.Response is not { Error: { } code } response)
            return default;

        var cause = code switch
        {
            InteractionOver => RequestErrorCause.JourneyOver,
            ClientPaused => RequestErrorCause.ApplicationPaused,
            NotOpenYet => RequestErrorCause.ApplicationNotOpenYet,
            _ => RequestErrorCause.BadRequest,
        };
        ProtocolPages.Show(
            context.Transaction.GetHttpRequest()!.HttpContext, ProtocolPages.Error, // The host is ASP.NET Core.
            new RequestError(code, response.ErrorDescription ?? "", cause)
            {
                Application = clients.Current.Find(context.Transaction.Request?.ClientId)?.ClientName,
            });
        context.SkipRequest();
        return default;
    }

    /// <summary>Not of any specification, as it never leaves: the journey behind a continued request is gone.</summary>
    internal const string InteractionOver = "interaction_over";

    /// <summary>As above: a person is shown a page, and not sent back to the application.</summary>
    internal const string ClientPaused = "client_paused";

    /// <summary>As above: the application is open to some people alone.</summary>
    internal const string NotOpenYet = "not_open_yet";

    /// <summary>What never leaves.</summary>
    internal static bool IsOurs(string? error) => error is InteractionOver or ClientPaused or NotOpenYet;
}
