using Identity.Domain.Consent;
using Identity.Domain.Partners;
using Identity.Protocol.BackChannelLogout;
using Identity.Protocol.Claims;
using Identity.Protocol.ClientAuthentication;
using Identity.Protocol.ClientKeys;
using Identity.Protocol.Clients;
using Identity.Protocol.DeviceAuthorization;
using Identity.Protocol.Dispatch;
using Identity.Protocol.DynamicRegistration;
using Identity.Protocol.EndSession;
using Identity.Protocol.FrontChannelLogout;
using Identity.Protocol.Grants;
using Identity.Protocol.Interaction;
using Identity.Protocol.Outgoing;
using Identity.Protocol.PairwiseSubjects;
using Identity.Protocol.ProtectedResponses;
using Identity.Protocol.RequestObjects;
using Identity.Protocol.RequestTraces;
using Identity.Protocol.SessionManagement;
using Identity.Protocol.SigningKeys;
using Identity.Protocol.VectorsOfTrust;
using Identity.Protocol.VerifiedTokens;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Identity.Protocol;

/// <summary>
/// OpenID Connect and OAuth 2.0 on OpenIddict: authorization code with PKCE (RFC 7636), pushed requests (RFC 9126),
/// refresh, client credentials, devices without a browser (RFC 8628), user-info, introspection (RFC 7662), revocation (RFC 7009), RP-initiated, back-channel and front-channel logout,
/// <c>iss</c> in the response (RFC 9207), and, where it is set, the implicit and hybrid flows. Not supported: the password grant, <c>plain</c> challenges.
/// </summary>
public static class ProtocolServices
{
    public static IServiceCollection AddIdentityProtocol(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ProtocolOptions>().Bind(configuration.GetSection("Protocol")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ProtocolOptions>, ProtocolOptionsValidator>();
        services.AddOptions<ClientFlows>().Configure<IOptions<ProtocolOptions>>((flows, protocol) => flows.Implicit = protocol.Value.ImplicitFlows);
        services.AddSingleton<IConfigureOptions<OpenIddictServerOptions>, ConfigureProtocol>();
        services.AddSingleton<IConfigureOptions<OpenIddictServerAspNetCoreOptions>, ConfigureProtocol>();
        services.AddSingleton<IConfigureOptions<OpenIddictServerOptions>, ConfigureSigningKeys>();
        services.AddHostedService<TurnSigningKeys>();

        services.AddSingleton<HandlerTables>();
        services.AddScoped<IOpenIddictServerDispatcher, Dispatcher>();
        services.AddSingleton<VerifiedTokenCache>();
        services.AddSingleton<SealedTokens>();
        services.AddSingleton<SubjectFactory>();
        services.AddSingleton<BrowserSession>();
        services.AddSingleton<Interactions>();
        services.AddSingleton<AuthorizationGathering>();
        services.AddSingleton<VectorVocabulary>();
        services.AddSingleton<IValidateOptions<ProtocolOptions>, CheckVectors>();
        services.AddSingleton<RequiredLevels>();
        services.AddSingleton<ReleasedClaims>();
        services.AddSingleton<VerifiedClaims>();
        services.AddSingleton<GrantIssuing>();
        services.AddDeviceAuthorizationRoom();
        services.AddSingleton<EndSessionInteractions>();
        services.AddOutgoing(configuration);
        services.AddSingleton<ClientKeySets>();
        services.AddSingleton<ClientEncryption>();
        services.AddSingleton<SharedKeys>();
        services.AddBackChannelLogout();
        services.AddFrontChannelLogout();
        services.AddSessionManagement();
        services.AddDynamicRegistration(configuration);
        services.AddSingleton<RequestTracer>();
        services.AddSingleton<RequestObjectReader>();

        services.AddOpenIddict()
            .AddCore(core =>
            {
                core.SetDefaultApplicationEntity<Client>().SetDefaultScopeEntity<Scope>().DisableEntityCaching().DisableAdditionalFiltering();
                core.ReplaceApplicationStore<Client, ClientApplicationStore>(ServiceLifetime.Singleton);
                core.ReplaceScopeStore<Scope, ScopeStore>(ServiceLifetime.Singleton);
                core.ReplaceApplicationManager<Client, ClientApplicationManager>();
            })
            .AddServer(AddServer);
        return services;
    }

    private static void AddServer(OpenIddictServerBuilder server)
    {
        server.SetAuthorizationEndpointUris(Endpoints.Authorization)
            .SetTokenEndpointUris(Endpoints.Token)
            .SetUserInfoEndpointUris(Endpoints.UserInfo)
            .SetIntrospectionEndpointUris(Endpoints.Introspection)
            .SetRevocationEndpointUris(Endpoints.Revocation)
            .SetPushedAuthorizationEndpointUris(Endpoints.PushedAuthorization)
            .SetDeviceAuthorizationEndpointUris(Endpoints.DeviceAuthorization)
            .SetEndUserVerificationEndpointUris(Endpoints.DeviceVerification)
            .SetEndSessionEndpointUris(Endpoints.EndSession)
            .SetJsonWebKeySetEndpointUris(Endpoints.JsonWebKeySet);

        server.AllowAuthorizationCodeFlow().AllowRefreshTokenFlow().AllowClientCredentialsFlow().AllowDeviceAuthorizationFlow().RequireProofKeyForCodeExchange();
        server.RegisterScopes([Scopes.OpenId, .. SharedItem.All.Select(item => item.Scope).Where(scope => scope.Length > 0).Distinct(), Scopes.OfflineAccess]);
        server.RegisterClaims("sub", "iss", "aud", "exp", "iat", "auth_time", "nonce", "acr", "amr", "sid", GrantClaims.Vector, GrantClaims.Trustmark);
        server.RegisterClaims([.. SharedItem.All.SelectMany(item => item.Claims)]);
        server.DisableAccessTokenEncryption().DisableAuthorizationStorage();
        server.UseAspNetCore();
        Pipeline.Lay(server);
    }
}
