using Identity.Domain.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Identity.Domain.Sessions;

public static class SessionServices
{
    /// <summary>Adds <see cref="SessionStore"/>, set up by the section <c>Sessions</c>.</summary>
    public static IServiceCollection AddSessions(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SessionOptions>().Bind(configuration.GetSection("Sessions"))
            .Validate(options => options.Idle > TimeSpan.Zero, "Sessions:Idle is not above zero. Write a time such as 00:30:00.")
            .Validate(options => options.Absolute >= options.Idle, "Sessions:Absolute is shorter than Sessions:Idle. Write a longer time, such as 12:00:00.")
            .ValidateOnStart();
        services.AddSingleton<SessionStore>();
        services.AddSingleton(new Expiry(SessionStatements.Prune, TimeSpan.FromDays(1)));
        return services;
    }
}
