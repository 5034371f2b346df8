using Identity.Domain.Keys;
using Identity.Domain.Verification.Runs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Identity.Domain.Credentials.Upstream;

/// <summary>
/// Signing in at another provider, where an operator lets people. It is one thing that somebody has, never the only one: nobody
/// gets an account by it, and getting back into one does not count it.
/// </summary>
public static class UpstreamServices
{
    /// <summary>Adds <see cref="UpstreamVisits"/> and <see cref="UpstreamLinks"/>.</summary>
    public static IServiceCollection AddUpstream(this IServiceCollection services)
    {
        // Whoever hosts this says which providers there are.
        services.TryAddSingleton(UpstreamProviders.None);
        services.AddSingleton(provider => new UpstreamVisits(provider.GetRequiredService<UpstreamProviders>(), provider.GetRequiredService<VerifierCalls>(),
            provider.GetRequiredService<VerifierClosures>(), provider.GetRequiredService<InstanceSecrets>()));
        services.AddSingleton<UpstreamLinks>();
        return services;
    }
}
