using Identity.Domain.Credentials.WaysIn;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Credentials;

/// <summary>
/// Passwords and one-time codes: what they must be, how they are kept, what computing them may cost. Not here: passkeys,
/// authenticator apps and backup codes, which have rooms of their own.
/// </summary>
public static class CredentialServices
{
    /// <summary>Adds <see cref="Passwords"/> and <see cref="PasswordPolicy"/>, set by the section <c>Credentials</c>.</summary>
    public static IServiceCollection AddCredentials(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<CredentialOptions>().Bind(configuration.GetSection("Credentials")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<CredentialOptions>, CredentialOptionsValidator>();
        services.AddSingleton<HashingMetrics>();
        services.AddSingleton<SecondStepMetrics>();
        services.AddSingleton<Passwords>();
        services.AddSingleton<PasswordPolicy>();
        services.AddSingleton<WaysInStore>();
        return services;
    }
}
