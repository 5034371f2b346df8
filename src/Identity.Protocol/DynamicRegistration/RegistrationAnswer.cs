using System.Text.Json.Nodes;
using Identity.Domain.Partners;
using Microsoft.AspNetCore.Http;

namespace Identity.Protocol.DynamicRegistration;

/// <summary>What is answered to whoever registers a client or manages it (RFC 7591 §3.2, RFC 7592 §3).</summary>
internal static class RegistrationAnswer
{
    /// <param name="secret">A secret that is new; null when there is none, or the client has it already: only its hash is kept.</param>
    /// <param name="token">The registration access token.</param>
    public static IResult Of(Client client, DateTimeOffset created, string? secret, string token, Uri issuer, int status)
    {
        var answer = RegistrationMetadata.Show(JsonNode.Parse(ClientJson.Write(client))!.AsObject()); // A registration is an object.
        answer["client_id"] = client.ClientId;
        answer["client_id_issued_at"] = created.ToUnixTimeSeconds();
        if (secret is not null)
            answer["client_secret"] = secret;
        if (client.ClientSecretSha256.Count > 0)
            answer["client_secret_expires_at"] = 0;
        answer["registration_access_token"] = token;
        answer["registration_client_uri"] = new Uri(issuer, $"{Endpoints.Registration}/{client.ClientId}").AbsoluteUri;
        return Results.Json(answer, statusCode: status);
    }

    public static IResult Of(RegistrationFault fault) => Results.Json(new { error = fault.Error, error_description = fault.Description }, statusCode: StatusCodes.Status400BadRequest);
}
