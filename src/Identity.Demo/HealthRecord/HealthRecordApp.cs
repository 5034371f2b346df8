using Identity.Demo.RelyingParty;
using Microsoft.IdentityModel.Tokens;

namespace Identity.Demo.HealthRecord;

/// <summary>A partner's application that calls a protected API in the citizen's name, also after their session has ended.</summary>
internal static class HealthRecordApp
{
    public const string ClientId = "health-record";

    public static WebApplication Create(DemoOptions options, TimeProvider clock)
    {
        var profile = new RelyingPartyProfile
        {
            Authority = options.Provider,
            Address = options.HealthRecord,
            ClientId = ClientId,
            Authentication = new PrivateKeyJwt(ClientId, Key(), clock),
            Scopes = ["openid", "profile", "records", "offline_access"],
            IdTokenAlgorithm = SecurityAlgorithms.RsaSha256,
            Resource = options.RecordsApi,
            Pages = "HealthRecord",
            Home = "/record",
        };
        var builder = RelyingPartyHost.CreateBuilder(profile, clock);
        builder.Services.AddHttpClient<RecordsClient>(client =>
        {
            client.BaseAddress = options.RecordsApi;
            client.Timeout = TimeSpan.FromSeconds(10);
        });
        return RelyingPartyHost.Build(builder, profile);
    }

    /// <summary>Published with this project, so of use on the machine it runs on alone; the registration holds its public half.</summary>
    public static JsonWebKey Key() => new(KeyText());

    public static string KeyText()
    {
        using var file = typeof(HealthRecordApp).Assembly.GetManifestResourceStream("Identity.Demo.HealthRecord.client-key.json")
            ?? throw new InvalidOperationException("The client's key is not part of this build.");
        using var reader = new StreamReader(file);
        return reader.ReadToEnd();
    }
}
