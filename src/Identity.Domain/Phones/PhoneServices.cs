using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Phones;

/// <summary>Telephones that codes go to: read, confirmed, kept, and bounded in what they may cost.</summary>
public static class PhoneServices
{
    /// <summary>Adds <see cref="PhoneReader"/>, <see cref="PhoneStore"/> and <see cref="PhoneCodes"/>, set by the section <c>Phones</c>.</summary>
    public static IServiceCollection AddPhones(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<PhoneOptions>().Bind(configuration.GetSection("Phones")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<PhoneOptions>, PhoneOptionsValidator>();
        services.AddSingleton<PhoneReader>();
        services.AddSingleton<PhoneStore>();
        services.AddSingleton<PhoneCodes>();
        return services;
    }
}
