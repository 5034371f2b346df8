using Identity.Domain.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Identity.Domain.Disavowal;

/// <summary>"This wasn't me": links in notices and what they set going.</summary>
public static class DisavowalServices
{
    /// <summary>Adds <see cref="NoticeLinks"/> and <see cref="Disavowals"/>.</summary>
    public static IServiceCollection AddDisavowal(this IServiceCollection services)
    {
        services.AddSingleton<NoticeLinks>();
        services.AddSingleton<Disavowals>();
        services.AddSingleton(new Expiry(NoticeLinks.Prune, TimeSpan.Zero));
        return services;
    }
}
