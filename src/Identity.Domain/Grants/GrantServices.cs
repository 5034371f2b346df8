using Identity.Domain.Keys.Ring;
using Identity.Domain.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Grants;

public static class GrantServices
{
    /// <summary>Adds the stores of grants, pushed requests and used assertions, set up by the section <c>Grants</c>.</summary>
    public static IServiceCollection AddGrants(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<GrantOptions>().Bind(configuration.GetSection("Grants")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<GrantOptions>, GrantOptionsValidator>();
        services.AddSingleton<GrantStore>();
        services.AddSingleton<PushedRequestStore>();
        services.AddSingleton<UsedAssertionStore>();
        services.AddSingleton(SealedColumn.Of("pushed_requests", "key_hash", "sealed", PushedRequestStore.Purpose));
        services.AddSingleton(new Expiry(GrantStatements.Prune, TimeSpan.FromDays(1)));
        services.AddSingleton(new Expiry(PushedRequestStore.Prune, TimeSpan.Zero));
        services.AddSingleton(new Expiry(UsedAssertionStore.Prune, TimeSpan.FromMinutes(5)));
        return services;
    }
}
