using Identity.Domain.Keys.Ring;
using Microsoft.Extensions.DependencyInjection;

namespace Identity.Domain.Credentials.AuthenticatorApps;

/// <summary>Codes from an app on a citizen's telephone or computer, as the second step of signing in.</summary>
public static class AuthenticatorAppServices
{
    /// <summary>Adds <see cref="AuthenticatorApps"/>.</summary>
    public static IServiceCollection AddAuthenticatorApps(this IServiceCollection services)
    {
        services.AddSingleton<AuthenticatorAppStore>();
        services.AddSingleton(SealedColumn.Of("authenticator_apps", "id", "sealed", AuthenticatorAppStore.Purpose));
        services.AddSingleton<AuthenticatorApps>();
        return services;
    }
}
