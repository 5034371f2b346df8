using Identity.Domain.Keys.Ring;
using Microsoft.Extensions.DependencyInjection;

namespace Identity.Domain.Credentials.BackupCodes;

/// <summary>Codes on paper, as the second step of signing in.</summary>
public static class BackupCodeServices
{
    /// <summary>Adds <see cref="BackupCodes"/>.</summary>
    public static IServiceCollection AddBackupCodes(this IServiceCollection services)
    {
        services.AddSingleton<BackupCodeStore>();
        services.AddSingleton<BackupCodes>();
        services.AddSingleton(new LostWithRing(BackupCodeStatements.ClearAll));
        services.AddSingleton(new LostWithRing(BackupCodeStatements.RemoveAllSheets));
        return services;
    }
}
