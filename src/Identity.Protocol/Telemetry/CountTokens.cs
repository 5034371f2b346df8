using System.Diagnostics.Metrics;
using Identity.Domain.Telemetry;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Identity.Protocol.Telemetry;

/// <summary>Counts what the token endpoint answers. Which client asked is for the audit and not for a counter.</summary>
internal sealed class CountTokens(IMeterFactory meters) : IOpenIddictServerHandler<ApplyTokenResponseContext>
{
    private readonly Counter<long> _tokens = meters.Identity().CreateCounter<long>("identity.tokens", "{response}", "Answers of the token endpoint, by grant type and outcome.");

    public static OpenIddictServerHandlerDescriptor Descriptor { get; } = Rule.For<ApplyTokenResponseContext, CountTokens>(int.MinValue + 100_000);

    public ValueTask HandleAsync(ApplyTokenResponseContext context)
    {
        _tokens.Add(1, new("grant_type", Known(context.Request?.GrantType)), new("outcome", context.Error ?? context.Response.Error ?? "issued"));
        return default;
    }

    /// <summary>Whatever else was typed there is one word, so that nobody can make series.</summary>
    private static string Known(string? grantType) => grantType is GrantTypes.AuthorizationCode or GrantTypes.RefreshToken or GrantTypes.ClientCredentials or GrantTypes.DeviceCode
        ? grantType
        : "other";
}
