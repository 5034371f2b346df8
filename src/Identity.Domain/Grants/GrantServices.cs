using Identity.Domain.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Identity.Domain.Grants;

public static class GrantServices
{
    /// <summary>Adds the stores of grants, pushed requests and used assertions, set up by the section <c>Grants</c>.</summary>
    public static IServiceCollection AddGrants(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<GrantOptions>().Bind(configuration.GetSection("Grants"))
            .Validate(options => options.Code > TimeSpan.Zero && options.Code <= TimeSpan.FromMinutes(10), "Grants:Code is not between zero and ten minutes (RFC 6749 §4.1.2). Write a time such as 00:01:00.")
            .Validate(options => options.Offline > options.Code, "Grants:Offline is shorter than Grants:Code. Write a time such as 30.00:00:00.")
            .Validate(options => options.RotationGrace >= TimeSpan.Zero && options.RotationGrace <= TimeSpan.FromMinutes(1), "Grants:RotationGrace is not between zero and one minute. Write a time such as 00:00:10.")
            .ValidateOnStart();
        services.AddSingleton<GrantStore>();
        services.AddSingleton<PushedRequestStore>();
        services.AddSingleton<UsedAssertionStore>();
        services.AddSingleton(new Expiry(GrantStatements.Prune, TimeSpan.FromDays(1)));
        services.AddSingleton(new Expiry(PushedRequestStore.Prune, TimeSpan.Zero));
        services.AddSingleton(new Expiry(UsedAssertionStore.Prune, TimeSpan.FromMinutes(5)));
        return services;
    }
}
