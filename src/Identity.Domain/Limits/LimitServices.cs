using Identity.Domain.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Limits;

/// <summary>Three counters at every unauthenticated endpoint: by account and network, by account, by network.</summary>
public static class LimitServices
{
    /// <summary>Adds <see cref="SignInLimits"/>, <see cref="NetworkLimiter"/> and <see cref="DayBudgets"/>, set by the section <c>Limits</c>.</summary>
    public static IServiceCollection AddLimits(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<LimitOptions>().Bind(configuration.GetSection("Limits")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<LimitOptions>, LimitOptionsValidator>();
        services.AddSingleton<LimitMetrics>();
        services.AddSingleton<SignInLimits>();
        services.AddSingleton<NetworkLimiter>();
        services.AddSingleton<DayBudgets>();
        services.AddSingleton(new Expiry(DayBudgets.Prune, TimeSpan.Zero));
        services.AddSingleton(provider => new Expiry(AttemptCounters.Prune, provider.GetRequiredService<IOptions<LimitOptions>>().Value.ForgetAfter));
        return services;
    }
}
