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
        options.ResponseModes.Remove(ResponseModes.Fragment);
        options.PromptValues.UnionWith([PromptValues.None, PromptValues.Login, PromptValues.Consent, PromptValues.SelectAccount]);
    }

    public void Configure(OpenIddictServerAspNetCoreOptions options)
    {
        // Only a loopback issuer in Development is plain http: ProtocolOptionsValidator has seen to it.
        options.DisableTransportSecurityRequirement = protocol.Value.Issuer?.Scheme == Uri.UriSchemeHttp;
        options.SuppressJsonResponseIndentation = true;
    }
}
