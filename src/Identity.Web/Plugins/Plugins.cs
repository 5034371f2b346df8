using Identity.Domain.Credentials.Upstream;
using Identity.Domain.Verification.Runs;
using Microsoft.Extensions.Options;

namespace Identity.Web.Plugins;

/// <summary>
/// Verifiers as plugins: assemblies from a folder, each listed with its hash, each in a context of its own. Whatever is wrong
/// with one stops the start, with every fault listed, and <c>check-config</c> says the same.
/// </summary>
public static class Plugins
{
    /// <summary>Adds <see cref="OfferedVerifiers"/> and <see cref="UpstreamProviders"/>, set by the section <c>Verifiers</c>.</summary>
    public static IServiceCollection AddPlugins(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<PluginOptions>().Bind(configuration.GetSection("Verifiers"));
        services.AddSingleton<PluginLoader>();
        services.AddSingleton(provider => provider.GetRequiredService<PluginLoader>().Load(provider.GetRequiredService<IOptions<PluginOptions>>().Value));
        services.AddSingleton(provider => provider.GetRequiredService<LoadedPlugins>().Verifiers);
        services.AddSingleton(provider => provider.GetRequiredService<LoadedPlugins>().SignIn);
        return services;
    }
}
