using Identity.Protocol.Errors;
using Identity.Web.Pages.Errors;

namespace Identity.Web.Hosting;

internal static class ProtocolPagesMap
{
    /// <summary>Shows, in our words, what the protocol could not answer to an application.</summary>
    public static void MapProtocolPages(this IEndpointRouteBuilder routes) =>
        routes.Map(ProtocolPages.Error, context =>
        {
            context.ShowError(context.Features.Get<RequestError>() switch
            {
                { Cause: RequestErrorCause.JourneyOver } => ErrorView.Expired,
                { Cause: RequestErrorCause.ApplicationPaused, Application: { } application } => ErrorView.ApplicationPaused(application),
                { Cause: RequestErrorCause.ApplicationNotOpenYet, Application: { } application } => ErrorView.ApplicationNotOpenYet(application),
                { } => ErrorView.BadRequest,
                null => ErrorView.NotFound,
            });
            return Task.CompletedTask;
        });
}
