using System.Text.Json;
using Identity.Domain.Partners;
using Identity.Protocol.Interaction;
using Identity.Sdk;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Identity.Protocol.VectorsOfTrust;

/// <summary>
/// RFC 8485 §4.1: the vectors a client accepts, by the parameter <c>vtr</c>. What a client may ask for is registered; anything else
/// is refused, so that nobody learns of a proof they have no use for.
/// </summary>
internal sealed class ReadRequestedVectors<TContext>(VectorVocabulary vocabulary, ClientDirectory clients) : IOpenIddictServerHandler<TContext>
    where TContext : BaseValidatingContext
{
    private const int MostCharacters = 1000;
    private const int MostVectors = 10;
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 2 };

    public static OpenIddictServerHandlerDescriptor After(OpenIddictServerHandlerDescriptor native) =>
        Rule.After<TContext, ReadRequestedVectors<TContext>>(native);

    public ValueTask HandleAsync(TContext context)
    {
        var request = context.Transaction.Request!; // There is one once it is validated.
        if (request.GetParameter(VectorParameters.Request) is not { } parameter)
            return default;
        if (Read((string?)parameter) is not { } vectors)
            return Reject(context, $"The 'vtr' parameter is no JSON array of 1 to {MostVectors} vectors (RFC 8485, section 4.1).");
        // RFC 8485 §4.1: both say how sure the client wants to be, and could contradict each other.
        if (!string.IsNullOrEmpty(request.AcrValues))
            return Reject(context, "The request has both 'vtr' and 'acr_values'. Send one of them.");

        var registered = clients.Current.Find(request.ClientId)?.VectorsOfTrust ?? [];
        List<AcceptableVector> acceptable = [];
        foreach (var text in vectors)
        {
            if (!VectorOfTrust.TryParse(text, out var vector) || vocabulary.Read(vector) is not { } read)
                return Reject(context, $"A vector in 'vtr' is unknown or contradicts itself. The trustmark at '{Endpoints.Trustmark}' lists the components.");
            if (!registered.Any(allowed => VectorOfTrust.TryParse(allowed, out var one) && one.Equals(vector)))
                return Reject(context, $"The vector '{vector}' is not registered for this client.");
            acceptable.Add(read);
        }

        new RequestedVectors(acceptable).Keep(context.Transaction);
        return default;
    }

    private static List<string>? Read(string? text)
    {
        if (text is null or { Length: 0 or > MostCharacters })
            return null;
        try
        {
            using var document = JsonDocument.Parse(text, Strict);
            return document.RootElement is { ValueKind: JsonValueKind.Array } array && array.GetArrayLength() is >= 1 and <= MostVectors
                && array.EnumerateArray().All(entry => entry.ValueKind is JsonValueKind.String)
                ? [.. array.EnumerateArray().Select(entry => entry.GetString()!)] // Its kind is known.
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ValueTask Reject(TContext context, string description)
    {
        context.Reject(ErrorCodes.InvalidRequest, description);
        return default;
    }
}
