using Identity.Domain;
using Identity.Domain.Storage;
using Identity.Protocol;
using Identity.Protocol.Discovery;
using Identity.Protocol.DynamicRegistration;
using Identity.Protocol.SessionManagement;
using Identity.Protocol.VectorsOfTrust;
using Identity.Web.Areas.Partners;
using Identity.Web.Areas.Support;
using Identity.Web.Credentials;
using Identity.Web.Health;
using Identity.Web.Notifications;
using Identity.Web.Organisation;
using Identity.Web.Pages;
using Identity.Web.Pages.Errors;
using Identity.Web.Plugins;
using Identity.Web.Settings;
using Identity.Web.Surfaces;
using Identity.Web.Telemetry;
using Microsoft.Extensions.Options;

namespace Identity.Web.Hosting;

/// <summary>The provider as one host. <c>Program</c> runs it, the demo runs it beside its applications, tests run it in process.</summary>
public static class IdentityHost
{
    /// <summary>The settings of <c>identity.json</c> beneath the usual ones, and every room.</summary>
    /// <param name="args">The command line, whose settings count before all others.</param>
    /// <param name="environment">The environment; by default that of <c>ASPNETCORE_ENVIRONMENT</c>.</param>
    public static WebApplicationBuilder CreateBuilder(string[] args, string? environment = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            EnvironmentName = environment,
            ApplicationName = typeof(IdentityHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Configuration.AddDefaults();
        builder.Configuration.AddShippedVerifiers();
        builder.Configuration.AddSecretFiles();
        return builder;
    }

    /// <summary>Registers every room, checks the settings and builds the host.</summary>
    /// <exception cref="OptionsValidationException">Some setting is faulty; every fault is in it.</exception>
    public static WebApplication Build(this WebApplicationBuilder builder, Action<IServiceCollection>? configure = null)
    {
        builder.Services.AddTelemetry(builder.Configuration);
        builder.Services.AddIdentityDomain(builder.Configuration);
        builder.Services.AddIdentityProtocol(builder.Configuration);
        builder.Services.AddPlugins(builder.Configuration);
        builder.Services.AddMessageTexts();
        builder.Services.AddPasskeySite();
        builder.Services.AddLook(builder.Configuration);
        builder.Services.AddProxies(builder.Configuration);
        builder.Services.AddHostedService<Drain>();
        builder.Services.AddOptions<HostOptions>().Configure<IOptions<HostingOptions>>((host, hosting) => host.ShutdownTimeout += hosting.Value.Drain);
        builder.Services.AddJourneys();
        builder.Services.AddSupportConsole();
        builder.Services.AddPartnerPortal();
        builder.Services.NameCookies(builder.Configuration);
        builder.Services.AddAuthentication();
        builder.Services.AddHealth();
        builder.Services.Configure<ErrorOptions>(options => options.Unavailable.Add(exception => exception is StorageUnavailableException));
        configure?.Invoke(builder.Services);

        var app = builder.Build();
        SettingsCheck.Run(app.Services);
        app.UseProxies();
        app.UseTelemetry();
        app.UseSurfaces();
        app.ForCitizens(citizens => citizens.UseIssuerPath());
        app.UseLook();
        app.UseSupportSurface();
        app.ForCitizens(citizens => citizens.UseHttpsOnly().UseIssuerHost());
        app.UseHealth();
        app.UseKeptDocuments();
        app.UseNetworkLimits();
        app.UseSessionManagement();
        app.UseAuthentication();
        app.UseRouting();
        app.MapProtocolPages();
        app.MapJourneyStarts();
        app.MapReceipts();
        app.MapTrustmark();
        app.MapRegistration();
        app.MapCheckSession();
        app.MapWellKnown();
        app.MapRazorPages();
        return app;
    }
}
