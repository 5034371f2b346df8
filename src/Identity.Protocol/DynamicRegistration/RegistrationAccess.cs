using System.Net;
using System.Text.Json.Nodes;
using Identity.Domain.Partners.Registration;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Identity.Protocol.DynamicRegistration;

/// <summary>Who may register a client (RFC 7591 §3): who shows an initial access token or a software statement, or is on this machine where it is open.</summary>
internal sealed class RegistrationAccess(IOptions<RegistrationOptions> options, InitialAccessTokens tokens, SoftwareStatements statements)
{
    /// <summary>What the one who calls may do, with the claims of their software statement put over <paramref name="metadata"/>.</summary>
    /// <returns>Neither when they may not.</returns>
    public async Task<(RegistrationRight? Right, RegistrationFault? Fault)> FindAsync(HttpContext context, JsonObject metadata)
    {
        var shown = BearerToken.Of(context.Request);
        var right = shown is null ? null : await tokens.FindAsync(shown, context.RequestAborted);
        if (shown is not null && right is null)
            return default;
        var statement = await statements.ApplyAsync(metadata);
        if (statement.Fault is not null)
            return (null, statement.Fault);
        right ??= statement.Issuer is { } issuer ? new(options.Value.Scopes, $"software statement of {issuer}") : Open(context);
        return (right is null ? null : right with { StatementIssuer = statement.Issuer }, null);
    }

    private RegistrationRight? Open(HttpContext context) => options.Value.DangerOpenOnLoopback && context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        ? new(options.Value.Scopes, "this machine")
        : null;
}
