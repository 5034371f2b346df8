using System.Buffers.Text;
using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using Identity.Domain.Partners;
using Identity.Protocol.ClientKeys;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Identity.Protocol.DynamicRegistration;

/// <summary>What came of a software statement: who made it, or why it does not count. Neither, where there is none.</summary>
internal sealed record StatementReading(string? Issuer, RegistrationFault? Fault);

/// <summary>RFC 7591 §2.3: metadata that somebody whom the operator trusts has signed.</summary>
internal sealed class SoftwareStatements(IOptions<RegistrationOptions> options, TimeProvider clock)
{
    private const string Member = "software_statement";

    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = 32_768 };

    private readonly FrozenDictionary<string, IList<SecurityKey>> _keys = StatementIssuers.Read(options.Value.StatementIssuers);

    /// <summary>Puts what a statement says over what stands beside it, as what is signed takes precedence.</summary>
    public async ValueTask<StatementReading> ApplyAsync(JsonObject metadata)
    {
        if (metadata[Member] is not { } member)
            return new(null, null);
        var statement = member.GetValueKind() is JsonValueKind.String ? (string)member! : ""; // It is a text.
        if (UnverifiedToken.Read(statement) is not { } token)
            return new(null, RegistrationFault.Statement("The 'software_statement' is no JWT."));
        if (!_keys.TryGetValue(token.Issuer, out var keys))
            return new(null, RegistrationFault.Unapproved("The 'iss' of the 'software_statement' is nobody whose statements count here."));
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
        if (validated is not { IsValid: true, SecurityToken: JsonWebToken read } || JsonNode.Parse(Base64Url.DecodeFromChars(read.EncodedPayload)) is not JsonObject claims)
            return new(null, RegistrationFault.Statement("The signature or the time of the 'software_statement' is not right."));
        foreach (var (name, value) in claims)
            metadata[name] = value?.DeepClone();
        return new(token.Issuer, null);
    }
}
