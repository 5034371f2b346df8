using Identity.Domain.DeviceAuthorization;
using Microsoft.Extensions.Options;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Identity.Protocol;

/// <summary>Sets OpenIddict up from <see cref="ProtocolOptions"/>.</summary>
internal sealed class ConfigureProtocol(IOptions<ProtocolOptions> protocol, TimeProvider clock)
    : IConfigureOptions<OpenIddictServerOptions>, IConfigureOptions<OpenIddictServerAspNetCoreOptions>
{
    public void Configure(OpenIddictServerOptions options)
    {
        options.Issuer = protocol.Value.Issuer;
        options.TimeProvider = clock;
        options.AccessTokenLifetime = protocol.Value.AccessToken;
        options.IdentityTokenLifetime = protocol.Value.IdentityToken;
        options.RequestTokenLifetime = Interaction.StoredRequest.Life;
        options.DeviceCodeLifetime = options.UserCodeLifetime = DeviceCodes.Life;
        // Shown in two groups of four.
        options.UserCodeLength = UserCode.Length;
        // Our tokens are checked by the clock that wrote them: a code of a minute lives for no five more.
        options.TokenValidationParameters.ClockSkew = TimeSpan.Zero;
        // RFC 9700 §2.1.1: plain protects nothing that the attacker can read.
        options.CodeChallengeMethods.Remove(CodeChallengeMethods.Plain);
        if (protocol.Value.ImplicitFlows)
            Allow(options);
        else
            options.ResponseModes.Remove(ResponseModes.Fragment);
        options.PromptValues.UnionWith([PromptValues.None, PromptValues.Login, PromptValues.Consent, PromptValues.SelectAccount]);
    }

    // OAuth 2.0 Multiple Response Types §5. An access token alone is not among them: it would not be bound to anybody's sign-in.
    private static void Allow(OpenIddictServerOptions options)
    {
        options.GrantTypes.Add(GrantTypes.Implicit);
        options.ResponseTypes.UnionWith(["id_token", "id_token token", "code id_token", "code token", "code id_token token"]);
    }

    public void Configure(OpenIddictServerAspNetCoreOptions options)
    {
        // Only a loopback issuer in Development is plain http: ProtocolOptionsValidator has seen to it.
        options.DisableTransportSecurityRequirement = protocol.Value.Issuer?.Scheme == Uri.UriSchemeHttp;
        options.SuppressJsonResponseIndentation = true;
    }
}
