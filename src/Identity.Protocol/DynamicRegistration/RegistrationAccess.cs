using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Identity.Domain.Partners.Registration;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Identity.Protocol.DynamicRegistration;

/// <summary>Who may register a client (RFC 7591 §3): who shows an initial access token or a software statement, or is on this machine where it is open.</summary>
internal sealed class RegistrationAccess(IOptions<RegistrationOptions> options, InitialAccessTokens tokens, SoftwareStatements statements)
{
    private const string Statement = "software_statement";

    /// <summary>What the one who calls may do, with the claims of their software statement put over <paramref name="metadata"/>.</summary>
    /// <returns>Neither when they may not.</returns>
    public async Task<(RegistrationRight? Right, RegistrationFault? Fault)> FindAsync(HttpContext context, JsonObject metadata)
    {
        var right = BearerToken.Of(context.Request) is { } shown ? await tokens.FindAsync(shown, context.RequestAborted) : null;
        if (BearerToken.Of(context.Request) is not null && right is null)
            return default;
        if (metadata[Statement] is { } statement)
        {
            var reading = await statements.ReadAsync(statement.GetValueKind() is JsonValueKind.String ? (string)statement! : ""); // It is a text.
            if (reading.Claims is null)
                return (null, reading.Fault);
            // RFC 7591 §2.3: what is signed takes precedence.
            foreach (var (name, value) in reading.Claims)
                metadata[name] = value?.DeepClone();
            right ??= new(options.Value.Scopes, $"software statement of {reading.Issuer}");
        }

        return (right ?? Open(context), null);
    }

    private RegistrationRight? Open(HttpContext context) => options.Value.DangerOpenOnLoopback && context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        ? new(options.Value.Scopes, "this machine")
        : null;
}
