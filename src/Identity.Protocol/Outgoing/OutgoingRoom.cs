using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Identity.Protocol.Outgoing;

/// <summary>Calls to addresses that partners have registered, which may be anybody's and lead anywhere.</summary>
internal static class OutgoingRoom
{
    public static void AddOutgoing(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<OutgoingOptions>().Bind(configuration.GetSection("Outgoing")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<OutgoingOptions>, OutgoingOptionsValidator>();
        services.AddSingleton<ReachableAddresses>();
        services.AddSingleton<PartnerHttp>();
        services.AddSingleton<PartnerDocuments>();
    }
}
