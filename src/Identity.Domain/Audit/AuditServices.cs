using Identity.Domain.Audit.Export;
using Microsoft.Extensions.DependencyInjection;

namespace Identity.Domain.Audit;

public static class AuditServices
{
    /// <summary>Adds the <see cref="Ledger"/>, the chains behind it, and what seals and verifies them.</summary>
    public static IServiceCollection AddAudit(this IServiceCollection services)
    {
        services.AddSingleton<AuditTrail>();
        services.AddSingleton<Ledger>();
        services.AddSingleton<AuditVerifier>();
        services.AddSingleton<AuditHistory>();
        services.AddSingleton<AuditExport>();
        services.AddSingleton<AuditSealer>();
        services.AddHostedService(provider => provider.GetRequiredService<AuditSealer>());
        return services;
    }
}
