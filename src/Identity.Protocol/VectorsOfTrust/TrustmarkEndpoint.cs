using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace Identity.Protocol.VectorsOfTrust;

/// <summary>RFC 8485 §5: what this provider means by each component, for whoever decides which to accept.</summary>
public static class TrustmarkEndpoint
{
    /// <summary>Adds the trustmark at the issuer.</summary>
    public static void MapTrustmark(this IEndpointRouteBuilder routes) => routes.MapGet("/" + Endpoints.Trustmark, Describe);

    private static IResult Describe(HttpContext context, VectorVocabulary vocabulary, IOptions<ProtocolOptions> options)
    {
        context.Response.Headers.CacheControl = "public, max-age=300";
        return Results.Json(new JsonObject
        {
            ["idp"] = options.Value.Issuer!.AbsoluteUri, // No host starts without one.
            [$"{VectorVocabulary.Identity}"] = Of(vocabulary, VectorVocabulary.Identity),
            [$"{VectorVocabulary.Credential}"] = Of(vocabulary, VectorVocabulary.Credential),
        });
    }

    private static JsonObject Of(VectorVocabulary vocabulary, char kind) => new(vocabulary.All
        .Where(pair => pair.Component[0] == kind)
        .Select(pair => KeyValuePair.Create(pair.Component, (JsonNode?)JsonValue.Create(pair.Meaning))));
}
