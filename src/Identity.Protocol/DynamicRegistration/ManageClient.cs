using System.Text.Json;
using System.Text.Json.Nodes;
using Identity.Domain.Partners;
using Identity.Domain.Partners.Registration;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Identity.Protocol.DynamicRegistration;

/// <summary>RFC 7592 §2: a client reads, replaces and ends its own registration, by the token that it was given with it.</summary>
internal sealed class ManageClient(RegistrationOwner owner, SoftwareStatements statements, RegistrationReader reader, ClientSecrets secrets, ClientRegistrations registrations, IOptions<ProtocolOptions> protocol)
{
    /// <summary>RFC 7592 §2.2: what an update does not hold.</summary>
    private static readonly string[] Ours = ["registration_access_token", "registration_client_uri", "client_secret_expires_at", "client_id_issued_at"];

    public async Task<IResult> ReadAsync(HttpContext context, string clientId) =>
        await owner.FindAsync(context, clientId) is var (client, registration, token) ? Answer(client, registration, null, token) : BearerToken.Challenge(context);

    public async Task<IResult> ReplaceAsync(HttpContext context, string clientId)
    {
        if (await owner.FindAsync(context, clientId) is not var (before, registration, token))
            return BearerToken.Challenge(context);
        if (await RegistrationBody.ReadAsync(context.Request) is not { } metadata)
            return RegistrationAnswer.Of(RegistrationFault.Metadata("Send a JSON object of at most 64 KiB, as application/json, that names nothing twice."));
        var shown = Text(metadata, "client_secret");
        if (Fault(metadata, before, shown) is { } fault)
            return RegistrationAnswer.Of(fault);
        // What somebody has signed for a client it cannot take back by itself.
        var statement = await statements.ApplyAsync(metadata);
        if (statement.Fault is not null || statement.Issuer != registration.StatementIssuer)
            return RegistrationAnswer.Of(statement.Fault ?? RegistrationFault.Statement("Send a 'software_statement' exactly when this client was registered by one, and of the same issuer."));
        var reading = await reader.ReadAsync(metadata, clientId, new(registration.Scopes, clientId), context.RequestAborted);
        if (reading.Client is not { } client)
            return RegistrationAnswer.Of(reading.Fault!); // Where there is no client, there is a fault.
        (var secret, client) = secrets.For(client with { Paused = before.Paused }, before, shown);
        await registrations.ReplaceAsync(client, context.RequestAborted);
        return Answer(client, registration, secret, token);
    }

    public async Task<IResult> RemoveAsync(HttpContext context, string clientId)
    {
        if (await owner.FindAsync(context, clientId) is null)
            return BearerToken.Challenge(context);
        await registrations.RemoveAsync(clientId, context.RequestAborted);
        return Results.NoContent();
    }

    private static RegistrationFault? Fault(JsonObject metadata, Client before, string? shown)
    {
        if (Ours.FirstOrDefault(metadata.ContainsKey) is { } ours)
            return RegistrationFault.Metadata($"{ours}: leave it out (RFC 7592 §2.2).");
        if (Text(metadata, "client_id") != before.ClientId)
            return RegistrationFault.Metadata("client_id: write the one that this registration is of.");
        return metadata.ContainsKey("client_secret") && (shown is null || !ClientSecrets.Matches(before, shown))
            ? RegistrationFault.Metadata("client_secret: it is none of this client's. Write the one it has, or leave it out to be given a new one.")
            : null;
    }

    private static string? Text(JsonObject metadata, string name) => metadata[name] is { } value && value.GetValueKind() is JsonValueKind.String ? (string?)value : null;

    private IResult Answer(Client client, ClientRegistration registration, string? secret, string token) =>
        RegistrationAnswer.Of(client, registration.CreatedAt, secret, token, protocol.Value.Issuer!, StatusCodes.Status200OK); // No host starts without an issuer.
}
