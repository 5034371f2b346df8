using Identity.Domain.Accounts;
using Identity.Domain.Credentials.Passkeys;
using Identity.Protocol;
using Identity.Web.Locales;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Identity.Web.Credentials;

internal static class PasskeysOfThisHost
{
    /// <summary>
    /// Tells Domain whom passkeys are for: the issuer and the brand, by the settings and never by a request. Puts our
    /// ceremonies behind Identity's own API too.
    /// </summary>
    public static IServiceCollection AddPasskeySite(this IServiceCollection services)
    {
        services.AddOptions<PasskeySite>().Configure<IOptions<ProtocolOptions>, IOptions<LocaleOptions>, Text>((site, protocol, locales, text) =>
        {
            site.Issuer = protocol.Value.Issuer;
            site.Name = text.Say(locales.Value.Default, "brand.name").ToString();
        });
        services.AddScoped<IPasskeyHandler<Account>, PasskeyCeremonies>();
        return services;
    }
}
