using System.Buffers.Text;
using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Identity.Domain.Partners;
using Identity.Protocol.ClientKeys;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Identity.Protocol.DynamicRegistration;

/// <summary>What came of reading a software statement: its claims, or why it does not count.</summary>
internal sealed record StatementReading(JsonObject? Claims, string Issuer, RegistrationFault? Fault);

/// <summary>RFC 7591 §2.3: metadata that somebody whom the operator trusts has signed.</summary>
internal sealed class SoftwareStatements(IOptions<RegistrationOptions> options, TimeProvider clock)
{
    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = 32_768 };

    private readonly FrozenDictionary<string, IList<SecurityKey>> _keys = StatementIssuers.Read(options.Value.StatementIssuers);

    public async ValueTask<StatementReading> ReadAsync(string statement)
    {
        if (UnverifiedToken.Read(statement) is not { } token)
            return Wrong("", RegistrationFault.Statement("The 'software_statement' is no JWT."));
        if (!_keys.TryGetValue(token.Issuer, out var keys))
            return Wrong(token.Issuer, RegistrationFault.Unapproved("The 'iss' of the 'software_statement' is nobody whose statements count here."));
        var validated = await Handler.ValidateTokenAsync(statement, new TokenValidationParameters
        {
            IssuerSigningKeys = keys,
            ValidIssuer = token.Issuer,
            ValidAlgorithms = ClientValidator.SigningAlgorithms,
            ValidateAudience = false,
            // What has no end says that it counts until its issuer's keys go.
            RequireExpirationTime = false,
            LifetimeValidator = (from, until, _, _) => (from is null || from <= clock.GetUtcNow().UtcDateTime) && (until is null || until > clock.GetUtcNow().UtcDateTime),
        });
        return validated is { IsValid: true, SecurityToken: JsonWebToken read } && JsonNode.Parse(Base64Url.DecodeFromChars(read.EncodedPayload)) is JsonObject claims
            ? new(claims, token.Issuer, null)
            : Wrong(token.Issuer, RegistrationFault.Statement("The signature or the time of the 'software_statement' is not right."));
    }

    private static StatementReading Wrong(string issuer, RegistrationFault fault) => new(null, issuer, fault);
}
