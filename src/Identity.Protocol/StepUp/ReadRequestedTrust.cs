using System.Text.Json;
using Identity.Domain.Partners;
using Identity.Domain.Sessions.Trust;
using Identity.Protocol.Errors;
using Identity.Protocol.Interaction;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Identity.Protocol.StepUp;

/// <summary>
/// RFC 9470 §4: how sure a client wants to be that it is the citizen, by <c>acr_values</c> or, where it takes no less, by an
/// essential <c>acr</c> in <c>claims</c> (OpenID Connect Core §5.5.1.1). Who asks for none by either is taken to ask for the
/// client's <c>default_acr_values</c> (OpenID Connect Registration §2).
/// </summary>
internal sealed class ReadRequestedTrust<TContext>(ClientDirectory clients) : IOpenIddictServerHandler<TContext>
    where TContext : BaseValidatingContext
{
    public static OpenIddictServerHandlerDescriptor After(OpenIddictServerHandlerDescriptor native) =>
        Rule.After<TContext, ReadRequestedTrust<TContext>>(native);

    public ValueTask HandleAsync(TContext context)
    {
        var request = context.Transaction.Request!; // There is one once it is validated.
        RequestedAcr? asked;
        try
        {
            asked = RequestedAcr.Read((string?)request.GetParameter(Parameters.Claims));
        }
        catch (JsonException)
        {
            context.Reject(ErrorCodes.InvalidRequest, "The 'claims' parameter is not the JSON object of OpenID Connect Core 1.0, section 5.5.");
            return default;
        }

        // OpenID Connect Core §5.5.1.1: the claim counts before the parameter, which is always voluntary.
        var values = asked is { Values.Count: > 0 } ? asked.Values
            : !string.IsNullOrEmpty(request.AcrValues) ? request.GetAcrValues()
            : clients.Current.Find(request.ClientId)?.DefaultAcrValues ?? [];
        var essential = asked is { Essential: true, Values.Count: > 0 };
        var known = values.Select(Acr.Read).Where(value => value is not null).Select(value => value!.Value).ToList(); // Filtered just before.
        if (essential && known.Count == 0)
            context.Reject(ProtocolErrors.UnmetAuthenticationRequirements, $"None of the essential 'acr' values is known here; 'acr_values_supported' has {string.Join(", ", RequestedTrust.Reachable)}.");
        else
            new RequestedTrust(known, essential).Keep(context.Transaction);
        return default;
    }
}
