using Identity.Domain.Audit;
using Identity.Domain.Credentials.Metadata;
using Identity.Domain.Credentials.Passkeys;
using Identity.Domain.Keys.Ring;
using Identity.Domain.Storage;
using Identity.Domain.Support.Actions;
using Identity.Domain.Support.Cases;
using Identity.Domain.Support.Corrections;
using Identity.Domain.Support.Desk;
using Identity.Domain.Support.Holds;
using Identity.Domain.Support.Lookup;
using Identity.Domain.Support.Oversight;
using Identity.Domain.Support.Roles;
using Identity.Domain.Support.Screens;
using Identity.Domain.Support.Staff;
using Identity.Domain.Support.Verification;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Support;

/// <summary>
/// The people who get citizens back in: who they are, what they may do, and what they did. Everything here is written so
/// that no one of them, acting alone, can take an account over. Not here: the pages.
/// </summary>
public static class SupportServices
{
    /// <summary>Adds staff, their sessions, passkeys and roles, set by the section <c>Support</c>.</summary>
    public static IServiceCollection AddSupport(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SupportOptions>().Bind(configuration.GetSection("Support")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SupportOptions>, SupportOptionsValidator>();
        services.AddSingleton<RoleTable>();
        services.AddSingleton<RoleAssignments>();
        services.AddSingleton<StaffPolicy>();
        services.AddSingleton<StaffDirectory>();
        services.AddSingleton<StaffInvitations>();
        services.AddSingleton<StaffSessions>();
        services.AddSingleton(provider => new StaffPasskeys(
            provider.GetRequiredService<IDatabase>(), provider.GetRequiredService<Ledger>(), provider.GetRequiredService<Ceremonies>(),
            provider.GetRequiredService<ModelJudge>(), provider.GetRequiredService<MetadataFile>(), provider.GetRequiredService<StaffPolicy>(),
            provider.GetRequiredService<IOptions<SupportOptions>>(), provider.GetRequiredService<IOptions<PasskeySite>>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<AccountLookup>();
        services.AddSingleton<AccountFiles>();
        services.AddSingleton<SupportReferences>();
        services.AddSingleton<CallerChecks>();
        services.AddSingleton<CallerLetters>();
        services.AddSingleton<CallerVisits>();
        services.AddSingleton(new Expiry(VisitStatements.Prune, TimeSpan.FromDays(90)));
        services.AddSingleton<DeskRules>();
        services.AddSingleton<DeskCodes>();
        services.AddSingleton<DeskWork>();
        services.AddSingleton<DeskDecisions>();
        services.AddSingleton(new Expiry(DeskStatements.Prune, TimeSpan.FromDays(90)));
        services.AddSingleton<CallerAlarms>();
        services.AddSingleton<AttendedScreens>();
        services.AddSingleton(new Expiry(ScreenStatements.Prune, TimeSpan.FromDays(1)));
        services.AddSingleton<SupportHolds>();
        services.AddSingleton<AccountClosure>();
        services.AddSingleton<Corrections.Corrections>();
        services.AddSingleton(SealedColumn.Of("support_corrections", "request_id", "sealed", Corrections.Corrections.Purpose));
        services.AddSingleton(new Expiry(CorrectionStatements.Prune, TimeSpan.Zero));
        services.AddSingleton<UndeliveredMessages>();
        services.AddSingleton<PromptActions>();
        services.AddSingleton<CaseWork>();
        services.AddSingleton<CaseBook>();
        services.AddSingleton<Appeals>();
        services.AddSingleton<ProofFindings>();
        services.AddSingleton(new Expiry(CaseStatements.Prune, TimeSpan.FromDays(365)));
        services.AddSingleton<RequestStore>();
        services.AddSingleton<ChangeRequests>();
        services.AddSingleton<SupportActions>();
        services.AddSingleton<SecondEyes>();
        services.AddSingleton<DrawnRequests>();
        services.AddSingleton<AgreedEffects>();
        services.AddSingleton<AgreedChanges>();
        services.AddHostedService<AgreedChangesWorker>();
        services.AddSingleton<StaffOversight>();
        services.AddSingleton<LookReviews>();
        services.AddSingleton<BreakGlass>();
        services.AddSingleton(new Expiry(BreakGlassStatements.Prune, TimeSpan.FromDays(90)));
        services.AddSingleton<RecordSearch>();
        services.AddSingleton<RecordExports>();
        services.AddSingleton(new Expiry(ExportStatements.Prune, TimeSpan.FromDays(90)));
        services.AddSingleton(new Expiry(LookReviewStatements.Prune, TimeSpan.FromDays(90)));
        services.AddSingleton(new Expiry(CheckStatements.Prune, TimeSpan.FromDays(1)));
        services.AddSingleton(new Expiry(RequestStatements.Prune, TimeSpan.FromDays(90)));
        services.AddSingleton(new Expiry(LookupStatements.PruneLooks, TimeSpan.FromDays(90)));
        services.AddSingleton(new Expiry(LookupStatements.PruneReferences, TimeSpan.Zero));
        services.AddSingleton(new Expiry(StaffStatements.PruneInvitations, TimeSpan.Zero));
        services.AddSingleton(new Expiry(StaffStatements.PruneSessions, TimeSpan.FromDays(1)));
        services.AddSingleton(new Expiry(RoleStatements.Prune, TimeSpan.FromDays(30)));
        return services;
    }
}
