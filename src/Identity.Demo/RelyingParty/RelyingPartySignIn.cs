using Identity.Demo.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Authorization;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Identity.Demo.RelyingParty;

/// <summary>
/// Sign-in with the framework's OpenID Connect handler: authorization code with PKCE (RFC 7636), pushed where the
/// provider offers it (RFC 9126), answered in the query, the issuer of the answer checked (RFC 9207).
/// Told by the back channel when the provider's session ends. Not supported: front-channel logout.
/// </summary>
internal static class RelyingPartySignIn
{
    public static void AddSignIn(this IServiceCollection services, RelyingPartyProfile profile)
    {
        services.AddSingleton(profile).AddMemoryCache().AddSingleton<SessionTokens>().AddSingleton<EndedSessions>().AddSingleton<LogoutTokens>().AddSingleton<AccessTokens>();
        services.AddAuthentication(options =>
        {
            options.DefaultScheme = CookieAuthenticationDefaults.AuthenticationScheme;
            options.DefaultChallengeScheme = OpenIdConnectDefaults.AuthenticationScheme;
        })
            .AddCookie(options =>
            {
                // Cookies do not tell ports apart: each application on localhost needs names of its own.
                options.Cookie.Name = profile.ClientId;
                options.Cookie.SameSite = SameSiteMode.Lax;
                options.ExpireTimeSpan = SessionTokens.IdleEnd;
                options.Events.OnValidatePrincipal = RelyingPartyEvents.EndWithSession;
            })
            .AddOpenIdConnect(options => Configure(options, profile));
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddAntiforgery(options => options.Cookie.Name = $"{profile.ClientId}-form");
    }

    public static Func<CancellationToken, Task<OpenIdConnectConfiguration>> DiscoveryOf(OpenIdConnectOptions options) =>
        cancellation => options.ConfigurationManager is { } manager
            ? manager.GetConfigurationAsync(cancellation)
            : throw new InvalidOperationException("The OpenID Connect options have no configuration manager.");

    private static void Configure(OpenIdConnectOptions options, RelyingPartyProfile profile)
    {
        options.Authority = profile.Authority.Origin();
        options.RequireHttpsMetadata = !profile.Authority.IsLoopback;
        options.ClientId = profile.ClientId;
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.PushedAuthorizationBehavior = PushedAuthorizationBehavior.UseIfAvailable;
        options.DisableTelemetry = true;
        options.MapInboundClaims = false;
        options.GetClaimsFromUserInfoEndpoint = true;
        options.ClaimActions.MapUniqueJsonKey("birthdate", "birthdate");
        // Kept: with auth_time it tells how sure the provider was.
        options.ClaimActions.Remove("acr");
        options.TokenValidationParameters.NameClaimType = "name";
        options.TokenValidationParameters.ValidAlgorithms = [profile.IdTokenAlgorithm];
        options.Scope.Clear();
        foreach (var scope in profile.Scopes) options.Scope.Add(scope);
        if (profile.Resource is { } resource) options.Resource = resource.Origin();
        options.AccessDeniedPath = "/not-shared";
        options.SignedOutRedirectUri = "/signed-out";

        // The answer comes by a top-level GET, which Lax lets through; None would need https.
        options.CorrelationCookie.Name = $"{profile.ClientId}-correlation-";
        options.CorrelationCookie.SameSite = SameSiteMode.Lax;
        options.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.NonceCookie.Name = $"{profile.ClientId}-nonce-";
        options.NonceCookie.SameSite = SameSiteMode.Lax;
        options.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;

        profile.Authentication.InnerHandler ??= new SocketsHttpHandler();
        profile.Authentication.Discovery = DiscoveryOf(options);
        options.BackchannelHttpHandler = profile.Authentication;
        options.Events = new RelyingPartyEvents();
    }
}
