using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Identity.Protocol.DynamicRegistration;

/// <summary>What <see cref="RegistrationEndpoint"/> stands on.</summary>
internal static class RegistrationRoom
{
    public static void AddDynamicRegistration(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<RegistrationOptions>().Bind(configuration.GetSection("Registration")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<RegistrationOptions>, RegistrationOptionsValidator>();
        services.AddSingleton<SectorDocuments>();
        services.AddSingleton<SoftwareStatements>();
        services.AddSingleton<RegistrationAccess>();
        services.AddSingleton<RegistrationReader>();
        services.AddSingleton<ClientSecrets>();
        services.AddSingleton<RegisterClient>();
        services.AddSingleton<RegistrationOwner>();
        services.AddSingleton<ManageClient>();
        services.AddSingleton<TraceOwnRequests>();
    }
}
