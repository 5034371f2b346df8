using Identity.Domain.Partners;
using Identity.Protocol.Interaction;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Identity.Protocol.RequestObjects;

/// <summary>
/// RFC 9101 and OpenID Connect Core §6.1: a request that comes as a signed object, at the authorization endpoint or pushed, takes
/// the place of the parameters around it before anything looks at them. Not supported: an object that nobody signed, or that is
/// encrypted. <see cref="FetchRequestObject"/> brings those that are elsewhere.
/// </summary>
internal sealed class ReadRequestObject<TContext>(ClientDirectory clients, RequestObjectReader reader) : IOpenIddictServerHandler<TContext>
    where TContext : BaseValidatingContext
{
    /// <param name="native">What OpenIddict reads last of the request.</param>
    public static OpenIddictServerHandlerDescriptor After(OpenIddictServerHandlerDescriptor native) =>
        // After what was put aside has been taken up, which was looked at before it was.
        Rule.For<TContext, ReadRequestObject<TContext>>(native.Order + Rule.Between + 200);

    public async ValueTask HandleAsync(TContext context)
    {
        if (context.Transaction.Request is not { } request || context.Transaction.GetProperty<StoredRequest>(typeof(StoredRequest).FullName!) is not null) // A named type has a full name.
            return;
        var client = clients.Current.Find(request.ClientId);
        if (string.IsNullOrEmpty(request.Request))
        {
            // RFC 9101 §10.5.
            if (client is { RequireSignedRequestObject: true })
                context.Reject(ErrorCodes.InvalidRequest, "This client must send its requests as signed request objects (RFC 9101).");
            return;
        }

        // RFC 9101 §5: one of the two, and beside it the client, whose keys count.
        if (!string.IsNullOrEmpty(request.RequestUri))
            context.Reject(ErrorCodes.InvalidRequest, "There is a 'request' and a 'request_uri'. Send one of them.");
        else if (client is null)
            context.Reject(ErrorCodes.InvalidRequest, "The 'client_id' beside the 'request' is missing or unknown.");
        else
            Take(context, await reader.ReadAsync(request, client, context.CancellationToken));
    }

    private static void Take(TContext context, RequestObjectReading reading)
    {
        if (reading.Request is { } request)
            context.Transaction.Request = request;
        else
            context.Reject(ErrorCodes.InvalidRequestObject, reading.Fault);
    }
}
