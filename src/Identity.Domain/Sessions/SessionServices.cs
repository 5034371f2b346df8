using Identity.Domain.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Sessions;

public static class SessionServices
{
    /// <summary>Adds <see cref="SessionStore"/> and <see cref="SignedInDevices"/>, set up by the section <c>Sessions</c>.</summary>
    public static IServiceCollection AddSessions(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SessionOptions>().Bind(configuration.GetSection("Sessions")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SessionOptions>, SessionOptionsValidator>();
        services.AddSingleton<SessionStore>();
        services.AddSingleton<SessionSharing>();
        services.AddSingleton<NewDevices>();
        services.AddSingleton<TrustedDevices>();
        services.AddSingleton(new Expiry(TrustedDevices.Prune, TimeSpan.Zero));
        services.AddSingleton(new Expiry(SessionStatements.Prune, TimeSpan.FromDays(1)));
        services.AddSingleton<SignedInDevices>();
        return services;
    }
}
