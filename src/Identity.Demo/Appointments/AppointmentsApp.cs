using Identity.Demo.RelyingParty;
using Microsoft.IdentityModel.Tokens;

namespace Identity.Demo.Appointments;

/// <summary>A partner's application that needs to know who somebody is and nothing else: a clinic's booking pages.</summary>
internal static class AppointmentsApp
{
    public const string ClientId = "appointments";

    /// <summary>Published with this project, so of use on the machine it runs on alone; the registration holds its hash.</summary>
    public const string ClientSecret = "demo-only-appointments-2vXk7QmZ9sWc4RtB";

    public static WebApplication Create(DemoOptions options, TimeProvider clock)
    {
        var profile = new RelyingPartyProfile
        {
            Authority = options.Provider,
            Address = options.Appointments,
            ClientId = ClientId,
            Authentication = new ClientSecretBasic(ClientId, ClientSecret),
            Scopes = ["openid", "profile", "email"],
            IdTokenAlgorithm = SecurityAlgorithms.EcdsaSha256,
            Pages = "Appointments",
            Home = "/appointments",
        };
        var builder = RelyingPartyHost.CreateBuilder(profile, clock);
        builder.Services.AddSingleton<AppointmentBook>();
        return RelyingPartyHost.Build(builder, profile);
    }
}
