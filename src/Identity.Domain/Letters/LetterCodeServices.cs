using Identity.Domain.Keys.Ring;
using Identity.Domain.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Identity.Domain.Letters;

/// <summary>Codes that come by post.</summary>
public static class LetterCodeServices
{
    private static readonly Statement ClearAll = new("letter-codes.clear-all", "DELETE FROM letter_codes");

    /// <summary>Adds <see cref="LetterCodes"/> and <see cref="LetterAddresses"/>.</summary>
    public static IServiceCollection AddLetterCodes(this IServiceCollection services)
    {
        services.AddSingleton<LetterCodes>();
        services.AddSingleton<LetterAddresses>();
        services.AddSingleton(new Expiry(LetterCodeStatements.Prune, TimeSpan.FromDays(1)));
        services.AddSingleton(new LostWithRing(ClearAll));
        return services;
    }
}
