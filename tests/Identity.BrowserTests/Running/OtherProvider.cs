using Identity.Domain.Partners;
using Identity.Testing;

namespace Identity.BrowserTests.Running;

/// <summary>What two instances have to know of each other so that the people of one may go to the other.</summary>
internal static class OtherProvider
{
    /// <summary>What the one below calls it.</summary>
    public const string Name = "provider";

    public const string Organisation = "The other Identity";

    private const string ClientId = "below";

    /// <summary>The settings of the one that sends people there.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Settings(Uri issuer, string secretFile) => new Dictionary<string, string?>
    {
        ["Issuer"] = issuer.AbsoluteUri,
        ["Organisation"] = Organisation,
        ["ClientId"] = ClientId,
        ["SecretFile"] = secretFile,
        ["VectorsOfTrust"] = "P2.Cl",
        ["Evidence:0:Vot"] = "P2",
        ["Evidence:0:Trustmark"] = new Uri(issuer, "trustmark").AbsoluteUri,
        ["Evidence:0:Strength"] = "3",
        ["Evidence:0:Validity"] = "3",
        ["Evidence:0:Verification"] = "3",
    }.Select(setting => KeyValuePair.Create($"Verifiers:Settings:Identity.Verifiers:Upstream:{Name}:{setting.Key}", setting.Value));

    /// <summary>How the one that people are sent to knows the other.</summary>
    public static Client ClientOf(Uri below) => TestClient.Appointments with
    {
        ClientId = ClientId,
        ClientName = "Riverside",
        RedirectUris = [new Uri(below, $"sign-in/callback/{Name}").AbsoluteUri, new Uri(below, $"prove/callback/{Name}").AbsoluteUri],
        Scope = "openid profile",
        GrantTypes = ["authorization_code"],
        VectorsOfTrust = ["P2.Cl"],
        Consent = new ConsentTerms
        {
            Purpose = "To know who you are.",
            Claims = new Dictionary<string, ConsentTerm> { ["name"] = new(true, "To know you."), ["birthdate"] = new(true, "To know you.") },
        },
    };
}
